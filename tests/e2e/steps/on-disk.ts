import type { Tab } from '../browsers/driver';

/** All that the extension keeps on disk, as one text: every row of IndexedDB and everything in local storage. */
export function keptOnDisk(extensionPage: Tab): Promise<string> {
  return extensionPage.evaluate(async () => {
    interface Api {
      readonly storage: { readonly local: { readonly get: (key: null) => Promise<unknown> } };
    }
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('IndexedDB failed'));
        };
      });
    const all = globalThis as unknown as { browser?: Api; chrome: Api };
    const kept: unknown[] = [await (all.browser ?? all.chrome).storage.local.get(null)];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        kept.push(await done(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(kept);
  }, null);
}

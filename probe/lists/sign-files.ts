import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeListFile, writeWhole } from '../list-file';
import { usageFault } from '../terminal/options';
import { readPrivateKey, signList } from './ed25519';
import type { ListCommand } from './run-evidence';

/** Signs each list: in the list itself, or in a file of its own beside it. */
export const signFiles: ListCommand = async (lists, { key, detached }, { directory, out: print, words }) => {
  const pem = key === null ? null : await readFile(resolve(directory, key), 'utf8').catch(() => null);
  const privateKey = pem === null ? null : readPrivateKey(pem);
  if (privateKey === null) return usageFault('probe.error.bad_key', key ?? '');
  for (const { file, path, list } of lists) {
    const signature = signList(list, privateKey);
    if (detached) await writeWhole(`${path}.sig`, `${JSON.stringify(signature)}\n`);
    else await writeListFile(path, { ...list, signature });
    print(`${words.t('probe.lists.signed', [detached ? `${file}.sig` : file, signature.publicKey])}\n`);
  }
  return 0;
};

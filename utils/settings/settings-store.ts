/** Where settings live: one item of `storage.local`, shared by every page of the extension and the background. */
import { storage } from '@wxt-dev/storage';
import { oneAtATime } from './one-at-a-time';
import { readSettings, SETTINGS_VERSION, type StoredSettings } from './read-settings';
import { RESOLVERS } from './resolvers';
import type { Settings } from './settings';

const KEY = 'local:settings';

/** The settings now; defaults where nothing, or nothing readable, is stored. Rejects only if storage itself fails. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await storage.getItem(KEY));
}

/** Changes some settings and leaves the others; resolves to all of them as stored. Rejects only if storage itself fails. */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  return updateSettings(() => change);
}

/** As `saveSettings`, for a change that depends on what is stored: nobody else writes in between. */
export async function updateSettings(change: (current: Settings) => Partial<Settings>): Promise<Settings> {
  return oneAtATime('waxseal-settings', async () => {
    const current = await loadSettings();
    const next: StoredSettings = { ...current, ...change(current), version: SETTINGS_VERSION };
    await storage.setItem(KEY, next);
    return readSettings(next);
  });
}

/** Calls back after every change, wherever in the extension it was made; returns how to stop. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  return storage.watch<unknown>(KEY, (stored) => {
    callback(readSettings(stored));
  });
}

/** The resolvers that may be asked, in order: the chosen one, then those the user named for when it fails. */
export function resolverUrls(settings: Settings): string[] {
  const { id, url } = settings.resolver;
  const urls = [id === 'custom' ? url : urlOf(id), ...settings.fallbacks.map(urlOf)];
  return [...new Set(urls.filter((each): each is string => each !== null))];
}

function urlOf(id: string): string | null {
  return RESOLVERS.find((resolver) => resolver.id === id)?.url ?? null;
}

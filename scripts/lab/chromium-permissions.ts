import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionIdOf } from './chromium';

interface PermissionSet {
  explicit_host?: string[];
}
interface Preferences {
  extensions?: { settings?: Record<string, Record<string, PermissionSet | undefined> | undefined> };
}

const SETS = ['active_permissions', 'granted_permissions', 'runtime_granted_permissions'] as const;

/**
 * Grants optional hosts without the browser's prompt, by editing the profile between two launches
 * (the browser must not run). Patterns as in the manifest: `https://webmail.test/*`.
 */
export async function grantChromiumHosts(
  profileDir: string,
  extensionDir: string,
  patterns: readonly string[],
): Promise<void> {
  const file = join(profileDir, 'profile', 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8')) as Preferences;
  const settings = preferences.extensions?.settings?.[extensionIdOf(extensionDir)];
  if (settings === undefined)
    throw new Error('the profile does not know the extension: launch it once first');
  for (const name of SETS) {
    const set = (settings[name] ??= {});
    set.explicit_host = [...new Set([...(set.explicit_host ?? []), ...patterns])];
  }
  await writeFile(file, JSON.stringify(preferences));
}

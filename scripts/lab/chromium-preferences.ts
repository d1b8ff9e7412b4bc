/** The preferences of a Chromium profile, to be edited between two launches: the browser must not run. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionIdOf } from './chromium';

interface PermissionSet {
  explicit_host?: string[];
}

/** What is kept about one extension. */
export interface ExtensionPreferences {
  active_permissions?: PermissionSet;
  granted_permissions?: PermissionSet;
  runtime_granted_permissions?: PermissionSet;
  /** Whether it may run in private windows. */
  incognito?: boolean;
}

interface Preferences {
  extensions?: {
    settings?: Record<string, ExtensionPreferences | undefined>;
    /** By platform and keys: "linux:Alt+Shift+W". */
    commands?: Record<string, object>;
  };
}

/**
 * Lets `edit` change what the profile keeps about the extension, and the keys of all of them. Throws if the
 * profile does not know the extension.
 */
export async function editPreferences(
  profileDir: string,
  extensionDir: string,
  edit: (extension: ExtensionPreferences, commands: Record<string, object>) => void,
): Promise<void> {
  const file = join(profileDir, 'profile', 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8')) as Preferences;
  const extensions = (preferences.extensions ??= {});
  const extension = extensions.settings?.[extensionIdOf(extensionDir)];
  if (extension === undefined) {
    throw new Error('the profile does not know the extension: launch it once first');
  }
  edit(extension, (extensions.commands ??= {}));
  await writeFile(file, JSON.stringify(preferences));
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionIdOf } from './chromium';

interface Preferences {
  extensions?: { commands?: Record<string, object> };
}

/**
 * Gives the extension's toolbar button a key, as a user does at chrome://extensions/shortcuts, by editing
 * the profile between two launches (the browser must not run). Pressing it is a click on the button.
 *
 * @param keys as "Alt+Shift+W"
 */
export async function giveToolbarKey(profileDir: string, extensionDir: string, keys: string): Promise<void> {
  const file = join(profileDir, 'profile', 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8')) as Preferences;
  const commands = ((preferences.extensions ??= {}).commands ??= {});
  commands[`linux:${keys}`] = {
    command_name: '_execute_action',
    extension: extensionIdOf(extensionDir),
    global: false,
  };
  await writeFile(file, JSON.stringify(preferences));
}

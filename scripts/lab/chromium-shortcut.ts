import { extensionIdOf } from './chromium';
import { editPreferences } from './chromium-preferences';

/**
 * Gives the extension's toolbar button a key, as a user does at chrome://extensions/shortcuts, by editing
 * the profile between two launches (the browser must not run). Pressing it is a click on the button.
 *
 * @param keys as "Alt+Shift+W"
 */
export function giveToolbarKey(profileDir: string, extensionDir: string, keys: string): Promise<void> {
  const command = {
    command_name: '_execute_action',
    extension: extensionIdOf(extensionDir),
    global: false,
  };
  return editPreferences(profileDir, extensionDir, (_, commands) => {
    commands[`linux:${keys}`] = command;
  });
}

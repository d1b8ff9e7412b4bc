import { editPreferences } from './chromium-preferences';

const SETS = ['active_permissions', 'granted_permissions', 'runtime_granted_permissions'] as const;

/**
 * Grants optional hosts without the browser's prompt, by editing the profile between two launches
 * (the browser must not run). Patterns as in the manifest: `https://webmail.test/*`.
 */
export function grantChromiumHosts(
  profileDir: string,
  extensionDir: string,
  patterns: readonly string[],
): Promise<void> {
  return editPreferences(profileDir, extensionDir, (extension) => {
    for (const name of SETS) {
      const set = (extension[name] ??= {});
      set.explicit_host = [...new Set([...(set.explicit_host ?? []), ...patterns])];
    }
  });
}

/** Lets the extension into private windows, as a user does at chrome://extensions, by editing the profile too. */
export function allowChromiumIncognito(profileDir: string, extensionDir: string): Promise<void> {
  return editPreferences(profileDir, extensionDir, (extension) => {
    extension.incognito = true;
  });
}

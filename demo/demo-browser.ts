/** The demo's world together with one browser profile that lives through several launches. */
import { join } from 'node:path';
import { launchChromium } from '../scripts/lab/chromium';
import type { LaunchedChromium } from '../scripts/lab/chromium';
import { grantChromiumHosts } from '../scripts/lab/chromium-permissions';
import type { DemoDomain } from './domain';
import { EXTENSION_DIR } from './extension-dir';
import { makeTemporaryDirectory } from './temporary-directory';
import { startWorld } from './world';

export interface DemoBrowser {
  /** Starts the browser; only one at a time, for they share the profile. */
  readonly launch: (how: { readonly headless: boolean }) => Promise<LaunchedChromium>;
  /**
   * Grants the extension its optional hosts, between two launches: a prompt cannot be answered without
   * a display, and would only interrupt a demo.
   */
  readonly grantAllHosts: () => Promise<void>;
  /** What the resolver was asked so far. */
  readonly questions: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts the world and prepares a fresh profile that trusts its authority. */
export async function makeDemoBrowser(zone: readonly DemoDomain[]): Promise<DemoBrowser> {
  const directory = await makeTemporaryDirectory();
  const profileDir = join(directory.path, 'browser');
  const world = await startWorld(zone, join(directory.path, 'authority'));
  return {
    launch: ({ headless }) =>
      launchChromium({
        extensionDir: EXTENSION_DIR,
        hostMap: world.hosts,
        caFile: world.caFile,
        profileDir,
        headless,
        viewport: headless ? { width: 1240, height: 860 } : null,
      }),
    grantAllHosts: () => grantChromiumHosts(profileDir, EXTENSION_DIR, ['https://*/*']),
    questions: () => world.questions,
    stop: async () => {
      await world.stop();
      await directory.stop();
    },
  };
}

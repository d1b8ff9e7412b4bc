/** Firefox ESR with the extension, behind a CONNECT proxy that is its whole world. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { firefoxPreferences } from './firefox-preferences';
import { evaluateInChrome } from './firefox-chrome-scope';
import { makeScratchDirectory } from './scratch-directory';
import { makeTrustStore } from './trust-store';
import { zipDirectory } from './zip';

export interface FirefoxPlan {
  /** Directory of the built extension. */
  readonly extensionDir: string;
  /** Port of a CONNECT proxy (connect-proxy.ts); every request goes there. */
  readonly proxyPort: number;
  readonly caFile?: string;
  /** Kept between launches; default: a new one, removed at the end. */
  readonly profileDir?: string;
  /** `permanent` puts the extension into the profile, so that it is still there after a restart. */
  readonly install?: 'temporary' | 'permanent';
  readonly headless?: boolean;
  /** BCP 47; default en-US. */
  readonly locale?: string;
  /** False shows the extension without its required hosts, as after the user took them away. Default true. */
  readonly grantRequiredHosts?: boolean;
  readonly extraPreferences?: Readonly<Record<string, string | number | boolean>>;
}

export interface LaunchedFirefox {
  readonly browser: Browser;
  readonly extensionId: string;
  /** Address of a page of the extension: `page.goto(url, { waitUntil: [] })`, then `waitForSelector`. */
  readonly extensionUrl: (path: string) => string;
  /** Kills the event page, as the browser does when it likes. */
  readonly killWorker: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The host part of the extension's own pages, the same in every profile. */
const EXTENSION_HOST = '7b1f8a52-6c1d-4a08-9a2f-5ea1ed5ea1ed';

/** Launches Firefox with the extension installed. */
export async function launchFirefox(plan: FirefoxPlan): Promise<LaunchedFirefox> {
  const scratch = plan.profileDir === undefined ? await makeScratchDirectory('firefox') : null;
  const profile = plan.profileDir ?? scratch?.path ?? '';
  await prepareProfile(profile, plan.caFile);
  const extensionId = await geckoId(plan.extensionDir);
  const permanent = plan.install === 'permanent';
  if (permanent) await putExtension(profile, extensionId, plan.extensionDir);
  const browser = await launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: plan.headless ?? true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    // Without it, Firefox heeds no preference for where its remote settings come from.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: firefoxPreferences(plan, extensionId, EXTENSION_HOST),
  });
  try {
    if (!permanent) await browser.installExtension(resolve(plan.extensionDir));
  } catch (error) {
    await browser.close();
    throw error;
  }
  const stop = async (): Promise<void> => {
    await browser.close();
    await scratch?.stop();
  };
  return {
    browser,
    extensionId,
    extensionUrl: (path) => `moz-extension://${EXTENSION_HOST}/${path}`,
    killWorker: () => terminateBackground(browser, extensionId),
    stop,
  };
}

async function terminateBackground(browser: Browser, extensionId: string): Promise<void> {
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)})`;
  await evaluateInChrome(
    browser,
    `${policy}.extension.terminateBackground({ ignoreDevToolsAttached: true })`,
  );
}

/** Puts the trust store into a profile that has none yet. */
async function prepareProfile(profile: string, caFile?: string): Promise<void> {
  const hasStore = existsSync(join(profile, 'cert9.db'));
  if (!hasStore && caFile !== undefined) await makeTrustStore(profile, caFile);
}

async function putExtension(profile: string, id: string, directory: string): Promise<void> {
  await mkdir(join(profile, 'extensions'), { recursive: true });
  await writeFile(join(profile, 'extensions', `${id}.xpi`), await zipDirectory(resolve(directory)));
}

interface GeckoManifest {
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
}

async function geckoId(directory: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as GeckoManifest;
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${directory} holds no Firefox build`);
  return id;
}

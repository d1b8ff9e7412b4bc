/** Chromium with the extension, in a little world: mapped https hosts, a private authority, nothing outside. */
import { chromium, type BrowserContext, type Worker } from '@playwright/test';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stopWorkers } from './chromium-worker';
import { orderedPatterns, type HostMap } from './host-map';
import { makeScratchDirectory } from './scratch-directory';
import { makeTrustStore } from './trust-store';

export interface ChromiumPlan {
  /** Directory of the built extension. */
  readonly extensionDir: string;
  /** The https hosts that exist; every other name is not found. "outside": the real network is left as it is. */
  readonly hostMap: HostMap | 'outside';
  /** Port of a CONNECT proxy to go through instead of mapping the hosts here. */
  readonly proxyPort?: number;
  /** File of the one authority that is trusted besides the built-in ones. */
  readonly caFile?: string;
  /** Kept between launches; default: a new one, removed at the end. Holds HOME and the profile. */
  readonly profileDir?: string;
  readonly headless?: boolean;
  /** BCP 47; default en-US. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly extraArgs?: readonly string[];
  /** Added to the environment: DISPLAY, for a browser that is not headless. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface LaunchedChromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Address of a page of the extension. */
  readonly extensionUrl: (path: string) => string;
  /** The background worker, as soon as it runs. */
  readonly worker: () => Promise<Worker>;
  /** Kills the background worker, as the browser does when it likes, and waits until it is dead. */
  readonly killWorker: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Launches Chromium with the extension loaded. */
export async function launchChromium(plan: ChromiumPlan): Promise<LaunchedChromium> {
  const scratch = plan.profileDir === undefined ? await makeScratchDirectory('chromium') : null;
  const place = plan.profileDir ?? scratch?.path ?? '';
  const home = join(place, 'home');
  const store = join(home, '.pki', 'nssdb');
  if (plan.caFile !== undefined && !existsSync(store)) await makeTrustStore(store, plan.caFile);
  const context = await chromium.launchPersistentContext(join(place, 'profile'), {
    executablePath: '/usr/bin/chromium',
    headless: plan.headless ?? true,
    chromiumSandbox: false,
    locale: plan.locale ?? 'en-US',
    ...(plan.viewport !== undefined && { viewport: plan.viewport }),
    env: { ...process.env, HOME: home, LANGUAGE: plan.locale ?? 'en-US', ...plan.env },
    args: chromiumArgs(plan),
  });
  const extensionId = extensionIdOf(plan.extensionDir);
  const extensionUrl = (path: string): string => `chrome-extension://${extensionId}/${path}`;
  return {
    context,
    extensionId,
    extensionUrl,
    worker: () => findWorker(context, extensionId),
    killWorker: () => stopWorkers(context, extensionUrl('manifest.json')),
    stop: async () => {
      await context.close();
      await scratch?.stop();
    },
  };
}

/** The id Chromium gives to an unpacked extension without a key: the hash of its path, in letters a to p. */
export function extensionIdOf(extensionDir: string): string {
  const hash = createHash('sha256').update(resolve(extensionDir)).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

function chromiumArgs(plan: ChromiumPlan): string[] {
  const directory = resolve(plan.extensionDir);
  return [
    // Both: the second alone silently loads nothing.
    `--disable-extensions-except=${directory}`,
    `--load-extension=${directory}`,
    ...['--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    `--lang=${plan.locale ?? 'en-US'}`,
    ...nameArgs(plan),
    ...(plan.extraArgs ?? []),
  ];
}

function nameArgs(plan: ChromiumPlan): string[] {
  const { hostMap, proxyPort } = plan;
  if (hostMap === 'outside') return [];
  const proxy = proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${proxyPort}`];
  const mapped = proxyPort === undefined ? orderedPatterns(hostMap) : [];
  const rules = mapped.map((pattern) => `MAP ${pattern}:443 127.0.0.1:${String(hostMap[pattern])}`);
  const all = [...rules, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'];
  return [...proxy, `--host-resolver-rules=${all.join(', ')}`];
}

async function findWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker): boolean => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  const running = context.serviceWorkers().find(isOurs);
  return running ?? context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 });
}

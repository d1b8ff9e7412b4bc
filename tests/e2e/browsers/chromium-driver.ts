import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, type ChromiumPlan, type LaunchedChromium } from '../../../scripts/lab/chromium';
import { allowChromiumIncognito, grantChromiumHosts } from '../../../scripts/lab/chromium-permissions';
import { giveToolbarKey } from '../../../scripts/lab/chromium-shortcut';
import { startConnectProxy } from '../../../scripts/lab/connect-proxy';
import { CHROME_BUILD } from './builds';
import { TOOLBAR_KEY, type BrowserPlan, type DrivenBrowser, type Tab } from './driver';

/** The real Chromium through Playwright, every request through a proxy that knows the world only. */
export async function driveChromium(plan: BrowserPlan): Promise<DrivenBrowser> {
  const proxy = await startConnectProxy(plan.hostMap);
  const profileDir = await mkdtemp(join(tmpdir(), 'waxseal-e2e-chromium-'));
  const launch = (): Promise<LaunchedChromium> =>
    launchChromium({
      extensionDir: CHROME_BUILD,
      hostMap: plan.hostMap,
      proxyPort: proxy.port,
      caFile: plan.caFile,
      profileDir,
      ...look(plan.display),
    });
  if (plan.allow.length > 0 || plan.display !== undefined || plan.privateWindows) {
    await (await launch()).stop();
    await prepareProfile(profileDir, plan);
  }
  let browser = await launch();
  const openAt = async (url: string): Promise<Tab> => {
    const page = await browser.context.newPage();
    await page.goto(url);
    return tabOf(page);
  };
  return {
    name: 'chromium',
    open: openAt,
    openPrivate: async (url) => {
      const opened = browser.context.waitForEvent('page', (page) => page.url().startsWith(url));
      await (await browser.worker()).evaluate(openPrivateWindow, url);
      return tabOf(await opened);
    },
    openExtensionPage: (path) => openAt(browser.extensionUrl(path)),
    tabs: () => Promise.resolve(browser.context.pages().map(tabOf)),
    // The hosts of the scenario are allowed in the profile already: nothing more to see.
    grantActiveTab: () => Promise.resolve(),
    tabIdAt: async (origin) => (await browser.worker()).evaluate(findTabId, origin),
    killBackground: () => browser.killWorker(),
    restart: async () => {
      await browser.stop();
      browser = await launch();
    },
    contacted: proxy.contacted,
    stop: async () => {
      await browser.stop();
      await proxy.stop();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Makes the choices of the user that no page of the web and none of the extension can make. */
async function prepareProfile(profileDir: string, plan: BrowserPlan): Promise<void> {
  await grantChromiumHosts(profileDir, CHROME_BUILD, plan.allow);
  if (plan.display !== undefined) await giveToolbarKey(profileDir, CHROME_BUILD, TOOLBAR_KEY);
  if (plan.privateWindows) await allowChromiumIncognito(profileDir, CHROME_BUILD);
}

/** Its own questions appear only in a window, which without a window manager stands where it is told. */
function look(display: string | undefined): Partial<ChromiumPlan> {
  if (display === undefined) return { viewport: { width: 1280, height: 900 } };
  const window = ['--window-position=0,0', '--window-size=1280,1000'];
  return { headless: false, viewport: null, env: { DISPLAY: display }, extraArgs: window };
}

/** Runs in the extension's worker: Playwright itself opens no window of that kind. */
async function openPrivateWindow(url: string): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { windows: { create: (options: object) => Promise<unknown> } };
  };
  await chrome.windows.create({ incognito: true, url });
}

/** Runs in the extension's worker, which sees the addresses of tabs whose host it may use. */
async function findTabId(origin: string): Promise<number | null> {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query: (filter: object) => Promise<readonly { id?: number; url?: string }[]> } };
  };
  const tabs = await chrome.tabs.query({});
  return tabs.find((tab) => tab.url?.startsWith(origin))?.id ?? null;
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    // Playwright's types unwrap handles inside the argument; plain data passes through as it is.
    evaluate: (work, argument) => page.evaluate(work as (value: unknown) => never, argument),
    runScript: async (source) => {
      await page.evaluate(`${source}\n;null`);
    },
    click: (selector) => page.click(selector),
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    press: (key) => page.keyboard.press(key),
    waitForSelector: async (selector) => {
      await page.waitForSelector(selector, { timeout: 20_000 });
    },
    $: (selector) => page.$(selector),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    url: () => page.url(),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { startConnectProxy } from '../../../scripts/lab/connect-proxy';
import { evaluateInChrome } from '../../../scripts/lab/firefox-chrome-scope';
import { launchFirefox, type LaunchedFirefox } from '../../../scripts/lab/firefox';
import { FIREFOX_BUILD } from './builds';
import type { BrowserPlan, DrivenBrowser, Tab } from './driver';
import { allowPrivateWindows, openPrivateWindow } from './firefox-private';

/** The real Firefox ESR through WebDriver BiDi, with the extension in its profile as an installed one. */
export async function driveFirefox(plan: BrowserPlan): Promise<DrivenBrowser> {
  const proxy = await startConnectProxy(plan.hostMap);
  const profileDir = await mkdtemp(join(tmpdir(), 'waxseal-e2e-firefox-'));
  const launch = (): Promise<LaunchedFirefox> =>
    launchFirefox({
      extensionDir: FIREFOX_BUILD,
      proxyPort: proxy.port,
      caFile: plan.caFile,
      profileDir,
      install: 'permanent',
      grantRequiredHosts: plan.withheldHosts !== true,
    });
  let firefox = await launch();
  if (plan.privateWindows) await allowPrivateWindows(firefox);
  const openAt = async (url: string): Promise<Tab> => {
    const tab = await prepared(await firefox.browser.newPage());
    await tab.goto(url);
    return tab;
  };
  return {
    name: 'firefox',
    open: openAt,
    openPrivate: async (url) => {
      const asking = await firefox.browser.newPage();
      await tabOf(asking).goto(firefox.extensionUrl('options.html'));
      const page = await openPrivateWindow(firefox, asking, url);
      await asking.close();
      return prepared(page);
    },
    openExtensionPage: (path) => openAt(firefox.extensionUrl(path)),
    tabs: async () => (await firefox.browser.pages()).map(tabOf),
    grantActiveTab: async (origin) => {
      const { extensionId } = firefox;
      await evaluateInChrome(firefox.browser, allowActiveTab(extensionId, origin));
    },
    tabIdAt: async (origin) => {
      const id = await evaluateInChrome(firefox.browser, findTabId(origin));
      return typeof id === 'number' ? id : null;
    },
    killBackground: () => firefox.killWorker(),
    restart: async () => {
      await firefox.stop();
      firefox = await launch();
    },
    contacted: proxy.contacted,
    stop: async () => {
      await firefox.stop();
      await proxy.stop();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function prepared(page: Page): Promise<Tab> {
  await page.setViewport({ width: 1280, height: 900 });
  // "Leave this page?", when a message was begun: yes.
  page.on('dialog', (dialog) => void dialog.accept());
  return tabOf(page);
}

/** What the browser does when its user clicks the toolbar button. */
function allowActiveTab(extensionId: string, origin: string): string {
  return `(() => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
    const at = (tab) => tab.linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(origin)});
    extension.tabManager.addActiveTabPermission([...gBrowser.tabs].find(at));
  })()`;
}

/** Asked from the browser itself: an extension does not see the address of a tab it may not touch. */
function findTabId(origin: string): string {
  return `(() => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const at = (tab) => tab.linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(origin)});
    const tab = [...gBrowser.tabs].find(at);
    return tab ? ExtensionParent.apiManager.global.tabTracker.getId(tab) : null;
  })()`;
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => {
      // Pages of an extension never report that they have loaded over BiDi.
      const own = url.startsWith('moz-extension:');
      await page.goto(url, own ? { waitUntil: [] } : {});
      if (own) await page.waitForSelector('body *');
    },
    evaluate: (work, argument) => page.evaluate(work as (value: unknown) => never, argument),
    runScript: async (source) => {
      await page.evaluate(`${source}\n;null`);
    },
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    press: (key) => page.keyboard.press(key as KeyInput),
    waitForSelector: async (selector) => {
      await page.waitForSelector(selector, { timeout: 20_000 });
    },
    $: (selector) => page.$(selector),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    setViewport: (width, height) => page.setViewport({ width, height }),
    url: () => page.url(),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

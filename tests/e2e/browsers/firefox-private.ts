import type { Page } from 'puppeteer-core';
import { evaluateInChrome } from '../../../scripts/lab/firefox-chrome-scope';
import type { LaunchedFirefox } from '../../../scripts/lab/firefox';
import { until } from './driver';

/** Lets the extension into private windows, as its user does in the add-ons manager; it is started anew by that. */
export async function allowPrivateWindows({ browser, extensionId }: LaunchedFirefox): Promise<void> {
  await evaluateInChrome(browser, allow(extensionId));
}

/** Opens a private window at the address; `extensionPage` is one of the extension's own, which may ask for it. */
export async function openPrivateWindow(
  { browser }: LaunchedFirefox,
  extensionPage: Page,
  url: string,
): Promise<Page> {
  const before = new Set(await browser.pages());
  await extensionPage.evaluate(async (address) => {
    const api = globalThis as unknown as {
      browser: { windows: { create: (options: object) => Promise<unknown> } };
    };
    await api.browser.windows.create({ incognito: true, url: address });
  }, url);
  return until(`a private window at ${url}`, async () => {
    const pages = await browser.pages();
    return pages.find((page) => !before.has(page) && page.url() === url);
  });
}

function allow(id: string): string {
  const quoted = JSON.stringify(id);
  return `(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await ExtensionPermissions.add(${quoted}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID(${quoted})).reload();
  })()`;
}

/** The extension's popup, opened as a page of its own for one tab of the browser. */
import type { Page } from '@playwright/test';
import type { LaunchedChromium } from '../scripts/lab/chromium';

/** The part of the extension API that is used in a page of the extension. */
interface TabsApi {
  readonly tabs: {
    query: (filter: object) => Promise<readonly { readonly id?: number; readonly url?: string }[]>;
  };
}

/** Opens the popup as it would be over the tab that shows `page`. */
export async function openPopup(browser: LaunchedChromium, page: Page): Promise<Page> {
  const popup = await browser.context.newPage();
  await popup.goto(browser.extensionUrl('manifest.json'));
  const tab = await popup.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as { readonly chrome: TabsApi };
    return (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
  }, page.url());
  if (tab === undefined) throw new Error(`The browser has no tab with ${page.url()}`);
  await popup.goto(browser.extensionUrl(`popup.html?tab=${String(tab)}`));
  return popup;
}

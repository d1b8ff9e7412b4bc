/** The extension's popup, opened as a page of its own for one tab of the browser. */
import type { Page } from '@playwright/test';
import type { LaunchedChromium } from '../scripts/lab/chromium';

/** The part of the extension API that is used in a page of the extension. */
interface TabsApi {
  readonly tabs: {
    query: (filter: object) => Promise<readonly { readonly id?: number; readonly url?: string }[]>;
  };
}

/** As wide as browsers show a popup. */
const SIZE = { width: 400, height: 600 };

/** Opens the popup as it would be over the tab that shows `page`, with the details of `unfolded` if given. */
export async function openPopup(browser: LaunchedChromium, page: Page, unfolded?: string): Promise<Page> {
  const popup = await browser.context.newPage();
  await popup.setViewportSize(SIZE);
  await popup.goto(browser.extensionUrl('manifest.json'));
  const tab = await popup.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as { readonly chrome: TabsApi };
    return (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
  }, page.url());
  if (tab === undefined) throw new Error(`The browser has no tab with ${page.url()}`);
  const query = new URLSearchParams({ tab: String(tab), ...(unfolded && { domain: unfolded }) });
  await popup.goto(browser.extensionUrl(`popup.html?${query.toString()}`));
  return popup;
}

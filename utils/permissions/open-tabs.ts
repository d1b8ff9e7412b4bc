/** Tabs that were open before their page became a webmail for us, or were left over when it ceased to be one. */
import { browser } from 'wxt/browser';
import { CONTENT_SCRIPT } from './content-script-file';

/** Ids of the open tabs whose address matches; only those the extension has host permission for. Never rejects. */
export async function tabsAt(matches: readonly string[]): Promise<number[]> {
  if (matches.length === 0) return [];
  const tabs = await browser.tabs.query({ url: [...matches] }).catch(() => []);
  return tabs.map((tab) => tab.id).filter((id): id is number => id !== undefined);
}

/** Runs the content script in a tab now; resolves to whether the browser let it. Never rejects. */
export async function injectInto(tab: number): Promise<boolean> {
  return browser.scripting.executeScript({ target: { tabId: tab }, files: [`/${CONTENT_SCRIPT}`] }).then(
    () => true,
    () => false,
  );
}

/** Opens the popup for a tab; where the browser wants a click of its own for that, the same page in a small window. */
import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';

const POPUP = 'popup.html';
const WINDOW_KEY = 'session:details-window';
const SIZE = { width: 420, height: 640 } as const;

/** Shows the details of a tab, unfolded at `domain` if there is one. Never rejects. */
export async function openDetails(tab: number, domain: string | null): Promise<void> {
  const query = new URLSearchParams({ tab: String(tab), ...(domain !== null && { domain }) });
  const page = `${POPUP}?${query.toString()}`;
  if (!(await openPopup(tab, page))) await openWindow(page).catch(() => undefined);
}

/** The popup knows its tab anyway; it is told the domain by its address, which is put back at once. */
async function openPopup(tab: number, page: string): Promise<boolean> {
  try {
    const { windowId } = await browser.tabs.get(tab);
    await browser.action.setPopup({ tabId: tab, popup: page });
    await browser.action.openPopup({ windowId });
    return true;
  } catch {
    return false;
  } finally {
    await browser.action.setPopup({ tabId: tab, popup: POPUP }).catch(() => undefined);
  }
}

/** One window at most, however often a page asks. */
async function openWindow(page: string): Promise<void> {
  const url = browser.runtime.getURL(`/${POPUP}`).replace(POPUP, page);
  const open = await storage.getItem<number>(WINDOW_KEY);
  if (open !== null && (await reuse(open, url))) return;
  const created = await browser.windows.create({ url, type: 'popup', ...SIZE });
  await storage.setItem(WINDOW_KEY, created?.id ?? null);
}

async function reuse(window: number, url: string): Promise<boolean> {
  try {
    const [tab] = await browser.tabs.query({ windowId: window });
    if (tab?.id === undefined) return false;
    await browser.tabs.update(tab.id, { url });
    await browser.windows.update(window, { focused: true });
    return true;
  } catch {
    return false;
  }
}

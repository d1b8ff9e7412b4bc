/** What a user does first: choose on the welcome page, click once, add a webmail of one's own. */
import { until, type DrivenBrowser, type Tab } from '../browsers/driver';

/** Goes through the welcome page. `policies` as the user would choose it there. */
export async function consent(browser: DrivenBrowser, policies: 'never' | 'ask' | 'always'): Promise<void> {
  const welcome = await browser.openExtensionPage('welcome.html');
  await welcome.waitForSelector('#start');
  await welcome.click(`#policies-${policies}`);
  await welcome.click('#start');
  await until('consent to be kept', () => hasConsent(welcome));
  await welcome.close();
}

/** Takes consent back on the options page. */
export async function withdraw(browser: DrivenBrowser): Promise<void> {
  const options = await browser.openExtensionPage('options.html');
  await options.waitForSelector('#withdraw');
  await options.click('#withdraw');
  await until('consent to be withdrawn', async () => !(await hasConsent(options)));
  await options.close();
}

/** Adds the webmail in the tab through the popup, by its one click. */
export async function useHere(browser: DrivenBrowser, url: string): Promise<void> {
  await browser.grantActiveTab(new URL(url).origin);
  const popup = await openPopup(browser, url);
  await popup.waitForSelector('#use-here');
  await popup.click('#use-here');
  await until('the webmail to be in the settings', () => hasOrigin(popup, new URL(url).origin));
  await popup.close();
}

/** Opens the popup for the tab that shows the address. */
export async function openPopup(browser: DrivenBrowser, url: string): Promise<Tab> {
  const id = await until(`a tab at ${url}`, () => browser.tabIdAt(new URL(url).origin));
  return browser.openExtensionPage(`popup.html?tab=${id}`);
}

interface Api {
  readonly storage: { readonly local: { readonly get: (key: null) => Promise<Record<string, unknown>> } };
  readonly action: {
    readonly getBadgeText: (details: object) => Promise<string>;
    readonly getTitle: (details: object) => Promise<string>;
  };
}

/** Text and title of the toolbar button for a tab; of the button itself for null. */
export function readBadge(extensionPage: Tab, tab: number | null): Promise<{ text: string; title: string }> {
  return extensionPage.evaluate(async (id) => {
    const all = globalThis as unknown as { browser?: Api; chrome: Api };
    const { action } = all.browser ?? all.chrome;
    const details = id === null ? {} : { tabId: id };
    return { text: await action.getBadgeText(details), title: await action.getTitle(details) };
  }, tab);
}

/** All that is stored as settings, as text. */
export function storedSettings(extensionPage: Tab): Promise<string> {
  return extensionPage.evaluate(async () => {
    const all = globalThis as unknown as { browser?: Api; chrome: Api };
    return JSON.stringify(await (all.browser ?? all.chrome).storage.local.get(null));
  }, null);
}

async function hasConsent(page: Tab): Promise<boolean> {
  return /"consent":\{"at":\d+\}/.test(await storedSettings(page));
}

async function hasOrigin(page: Tab, origin: string): Promise<boolean> {
  return (await storedSettings(page)).includes(origin);
}

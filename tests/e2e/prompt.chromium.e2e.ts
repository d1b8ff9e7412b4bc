/**
 * The browser's own question for a permission, really asked and really answered: in every other suite the
 * profile holds the permission beforehand.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startScreen, type Screen } from '../../scripts/lab/screen';
import en from '@/utils/i18n/locales/en.json';
import type { WebmailFacts } from '../world/world-facts';
import { driveChromium } from './browsers/chromium-driver';
import { until, type DrivenBrowser, type Tab } from './browsers/driver';
import { consent, openPopup, storedSettings } from './steps/consent';
import { readNotices, settledNotice } from './steps/notice';
import { answerPrompt, openToolbarPopup, toolbarPopupClosed } from './steps/prompt';
import { addRecipient, writeMessage } from './steps/roundcube';

describe('the question for a permission in chromium', () => {
  let screen: Screen;
  let browser: DrivenBrowser;
  let webmail: WebmailFacts;
  let compose: Tab;

  beforeAll(async () => {
    const world = inject('world');
    if (world.webmail === null) throw new Error('the world was started without its webmail');
    webmail = world.webmail;
    screen = await startScreen();
    const { hostMap, caFile } = world;
    browser = await driveChromium({ hostMap, caFile, allow: [], display: screen.display });
    compose = await writeMessage(browser, webmail);
    await consent(browser, 'never');
    await compose.bringToFront();
    await addRecipient(compose, 'ada@plain.test');
  });
  afterAll(async () => {
    await browser.stop();
    await screen.stop();
  });

  it('is not asked at consent: the resolver and the webmails of the manifest are allowed already', async () => {
    const page = await browser.openExtensionPage('options.html');
    expect(await storedSettings(page)).toMatch(/"consent":\{"at":\d+\}/);
    await page.close();
    expect(await readNotices(compose)).toEqual([]);
  });

  it('denied: nothing is kept, no page is touched, and the popup says so', async () => {
    const popup = await askToUseHere('deny');
    await until('the popup to say so', async () => (await textOf(popup)).includes(en.common.refused));
    expect(await popup.$('#use-here')).not.toBeNull();
    expect(await storedSettings(popup)).not.toContain('webmail.test');
    await popup.close();
    await compose.bringToFront();
    expect(await readNotices(compose)).toEqual([]);
  });

  it('allowed: this one origin is kept, and the notice appears without a reload', async () => {
    const popup = await askToUseHere('allow');
    await until('the setting', async () => (await storedSettings(popup)).includes('"https://webmail.test"'));
    await popup.close();
    await compose.bringToFront();
    const notice = await settledNotice(compose, ['plain.test']);
    expect(notice.level).toBe('opportunistic');
  });

  it('allowed is for good: after a restart the notice is there at once', async () => {
    await browser.restart();
    compose = await writeMessage(browser, webmail);
    await addRecipient(compose, 'ben@plain.test');
    await settledNotice(compose, ['plain.test']);
  });

  it('denied for policies: the choice is as it was', async () => {
    const options = await askForPolicies('deny');
    await until('the page to say so', async () => (await textOf(options)).includes(en.common.refused));
    expect(await storedSettings(options)).toContain('"policies":"never"');
    await options.close();
  });

  it('allowed for policies: they are read, and no page gets a script by it', async () => {
    const options = await askForPolicies('allow');
    await until('the setting', async () => (await storedSettings(options)).includes('"policies":"always"'));
    const scripts = await registeredMatches(options);
    expect(scripts).toContain('https://webmail.test/*');
    expect(scripts.filter((pattern) => pattern.includes('://*'))).toEqual([]);
    await options.close();
    await compose.bringToFront();
    await addRecipient(compose, 'cy@enforce.test');
    const { rows } = await settledNotice(compose, ['plain.test', 'enforce.test']);
    const enforce = rows.find(({ domain }) => domain === 'enforce.test');
    expect(enforce).toMatchObject({ level: 'expected', conditional: true });
  });

  /** Chooses "always" in the settings, and answers. */
  async function askForPolicies(answer: 'allow' | 'deny'): Promise<Tab> {
    const options = await browser.openExtensionPage('options.html');
    await options.waitForSelector('#policies-always');
    await options.click('#policies-always');
    await answerPrompt(screen, answer, async () =>
      answer === 'allow'
        ? (await storedSettings(options)).includes('"policies":"always"')
        : (await textOf(options)).includes(en.common.refused),
    );
    return options;
  }

  /** Clicks "use here" in a popup that sees the tab, and answers. */
  async function askToUseHere(answer: 'allow' | 'deny'): Promise<Tab> {
    // A click on the toolbar button lets the extension see the tab (activeTab); its popup closes again by itself.
    const own = await browser.openExtensionPage('options.html');
    await compose.bringToFront();
    await openToolbarPopup(screen, own);
    const popup = await openPopup(browser, webmail.url);
    await toolbarPopupClosed(own);
    await own.close();
    await popup.bringToFront();
    await popup.waitForSelector('#use-here');
    await popup.click('#use-here');
    await answerPrompt(screen, answer, async () =>
      answer === 'allow'
        ? (await storedSettings(popup)).includes('"https://webmail.test"')
        : (await textOf(popup)).includes(en.common.refused),
    );
    return popup;
  }
});

/** Every pattern of a page that gets a content script. */
function registeredMatches(extensionPage: Tab): Promise<string[]> {
  return extensionPage.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        scripting: { getRegisteredContentScripts: () => Promise<readonly { matches?: string[] }[]> };
      };
    };
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches = [] }) => matches);
  }, null);
}

function textOf(tab: Tab): Promise<string> {
  return tab.evaluate(() => document.body.innerText, null);
}

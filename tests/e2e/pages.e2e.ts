/** The extension's own pages and the notice, judged by axe and by what fits on a small screen. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { until, type Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { judgeWithAxe } from './steps/accessibility';
import { consent, openPopup, useHere } from './steps/consent';
import { settledNotice } from './steps/notice';
import { readPopup } from './steps/popup';
import { addRecipient, formOf, writeMessage } from './steps/roundcube';

/** Pictures to look at; nothing compares them. */
const PICTURES = 'test-results/pictures';
const DOMAINS = ['mismatch.test', 'null-mx.test', 'plain.test', 'bogus.test', 'testing.test', 'enforce.test'];

describe(`pages in ${BROWSER_NAME}`, () => {
  let started: Started;
  let compose: Tab;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    started = await startInWorld(['https://webmail.test/*', 'https://*/*']);
  });
  afterAll(() => started.browser.stop());

  it('welcome: axe finds nothing', async () => {
    const welcome = await started.browser.openExtensionPage('welcome.html');
    await welcome.waitForSelector('#start');
    await expectAccessible(welcome);
    await welcome.screenshot(`${PICTURES}/${BROWSER_NAME}-welcome.png`);
    await welcome.setViewport(640, 450);
    await expectNoSidewaysScroll(welcome);
    await welcome.close();
  });

  it('Roundcube sends the same form with the notice in the page as without', async () => {
    compose = await writeMessage(started.browser, started.webmail);
    for (const domain of DOMAINS) await addRecipient(compose, `x@${domain}`);
    await compose.type('#compose-subject', 'Minutes');
    const before = await formOf(compose);
    await consent(started.browser, 'always');
    await useHere(started.browser, started.webmail.url);
    await compose.bringToFront();
    await settledNotice(compose, DOMAINS, 60_000);
    expect(await formOf(compose)).toEqual(before);
    expect(Object.keys(before)).toContain('_to');
    const inEditable = await compose.evaluate(
      () => document.querySelector('waxseal-notice')?.closest('[contenteditable="true"], ul, li') !== null,
      null,
    );
    expect(inEditable).toBe(false);
    await compose.screenshot(`${PICTURES}/${BROWSER_NAME}-notice.png`);
  });

  it('the notice opens by keyboard and axe finds nothing in it', async () => {
    await compose.evaluate(() => {
      document
        .querySelector('waxseal-notice')
        ?.shadowRoot?.querySelector<HTMLElement>('[aria-expanded]')
        ?.focus();
    }, null);
    await compose.press('Enter');
    await until('the lines to open', () =>
      compose.evaluate(
        () =>
          Boolean(
            document.querySelector('waxseal-notice')?.shadowRoot?.querySelector('[aria-expanded="true"]'),
          ),
        null,
      ),
    );
    const { violations } = await judgeWithAxe(compose);
    expect(violations.filter((violation) => violation.includes('waxseal'))).toEqual([]);
    await compose.screenshot(`${PICTURES}/${BROWSER_NAME}-notice-open.png`);
  });

  it('popup: axe finds nothing, folded and with every detail open', async () => {
    const popup = await openPopup(started.browser, started.webmail.url);
    await popup.setViewport(400, 600);
    await until('the domains', async () => (await readPopup(popup)).length === DOMAINS.length);
    await expectAccessible(popup);
    await expectNoSidewaysScroll(popup);
    await popup.screenshot(`${PICTURES}/${BROWSER_NAME}-popup.png`);
    await popup.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, null);
    await expectAccessible(popup);
    await expectNoSidewaysScroll(popup);
    await popup.screenshot(`${PICTURES}/${BROWSER_NAME}-popup-open.png`);
    await popup.close();
  });

  it('options: axe finds nothing', async () => {
    const options = await started.browser.openExtensionPage('options.html');
    await options.waitForSelector('#withdraw');
    await expectAccessible(options);
    await options.screenshot(`${PICTURES}/${BROWSER_NAME}-options.png`);
    await options.close();
  });
});

async function expectAccessible(tab: Tab): Promise<void> {
  const { violations, passes } = await judgeWithAxe(tab);
  expect(violations).toEqual([]);
  expect(passes).toBeGreaterThan(10);
}

async function expectNoSidewaysScroll(tab: Tab): Promise<void> {
  const [content, window] = await tab.evaluate(
    () => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const,
    null,
  );
  expect(content).toBeLessThanOrEqual(window);
}

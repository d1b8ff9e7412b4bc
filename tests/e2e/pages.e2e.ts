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

  it('welcome: axe finds nothing, light or dark, and it fits from either side at 200 %', async () => {
    const welcome = await started.browser.openExtensionPage('welcome.html');
    await welcome.waitForSelector('#start');
    await expectToSuitEverybody(welcome, 'welcome', 1280, 900);
    await expectEveryControlByKeyboard(welcome);
    await expectAccessibleInTheDark(welcome, 'welcome');
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
    await compose.screenshot(picture('notice'));
  });

  it('the notice opens and closes by keyboard and axe finds nothing in it', async () => {
    await compose.evaluate(() => {
      document
        .querySelector('waxseal-notice')
        ?.shadowRoot?.querySelector<HTMLElement>('[aria-expanded]')
        ?.focus();
    }, null);
    await compose.press('Enter');
    await until('the lines to open', () => compose.evaluate(noticeHas, '[aria-expanded="true"]'));
    const { violations } = await judgeWithAxe(compose);
    expect(violations.filter((violation) => violation.includes('waxseal'))).toEqual([]);
    await compose.screenshot(picture('notice-open'));
    await compose.press('Escape');
    expect(await compose.evaluate(noticeHas, '[aria-expanded="false"]:focus')).toBe(true);
  });

  it('popup: axe finds nothing, folded and with every detail open, light or dark', async () => {
    const popup = await openPopup(started.browser, started.webmail.url);
    await until('the domains', async () => (await readPopup(popup)).length === DOMAINS.length);
    await expectToSuitEverybody(popup, 'popup', 400, 600);
    await expectEveryControlByKeyboard(popup);
    await popup.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, null);
    await expectToSuitEverybody(popup, 'popup-open', 400, 600);
    await expectAccessibleInTheDark(popup, 'popup-open');
    await popup.close();
  });

  it('options: axe finds nothing, light or dark, and it fits from either side at 200 %', async () => {
    const options = await started.browser.openExtensionPage('options.html');
    await options.waitForSelector('#withdraw');
    await expectToSuitEverybody(options, 'options', 1280, 900);
    await expectEveryControlByKeyboard(options);
    await expectAccessibleInTheDark(options, 'options');
    await options.close();
  });
});

/** From left and from right, and in half the width, as at 200 % zoom (WCAG 2.2, 1.4.10). */
async function expectToSuitEverybody(tab: Tab, name: string, width: number, height: number): Promise<void> {
  await tab.setViewport(width, height);
  await expectAccessible(tab);
  await tab.screenshot(picture(name));
  for (const direction of ['rtl', 'ltr'] as const) {
    await tab.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    await tab.setViewport(width, height);
    await expectNoSidewaysScroll(tab);
    if (direction === 'rtl') await tab.screenshot(picture(`${name}-rtl`));
    await tab.setViewport(width / 2, height / 2);
    await expectNoSidewaysScroll(tab);
  }
  await tab.screenshot(picture(`${name}-half`));
  await tab.setViewport(width, height);
}

/** Axe once more in the dark, where faults of contrast hide. The page stays dark. */
async function expectAccessibleInTheDark(tab: Tab, name: string): Promise<void> {
  const light = await tab.evaluate(paperColour, null);
  await tab.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark';
    // What the build made of light-dark() for browsers without it.
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    for (const rule of rules) {
      const isDark = rule instanceof CSSMediaRule && /prefers-color-scheme: ?dark/.test(rule.media.mediaText);
      if (isDark) rule.media.mediaText = 'all';
    }
  }, null);
  expect(await tab.evaluate(paperColour, null)).not.toBe(light);
  await expectAccessible(tab);
  await tab.screenshot(picture(`${name}-dark`));
}

function paperColour(): string {
  return getComputedStyle(document.body).backgroundColor;
}

function picture(name: string): string {
  return `${PICTURES}/${BROWSER_NAME}-${name}.png`;
}

/** Tab comes by every control, in the order in which they stand, and each shows that it has the focus. */
async function expectEveryControlByKeyboard(tab: Tab): Promise<void> {
  const controls = await tab.evaluate(() => {
    const all = document.querySelectorAll(
      'button, summary, select, a[href], input:not([type="radio"]), input:checked',
    );
    all.forEach((control, place) => {
      control.setAttribute('data-stop', String(place));
    });
    return all.length;
  }, null);
  const stops: { stop: string | null; seen: boolean }[] = [];
  for (let press = 0; press < controls; press += 1) {
    await tab.press('Tab');
    stops.push(await tab.evaluate(focused, null));
  }
  expect(stops).toEqual(
    Array.from({ length: controls }, (_, place) => ({ stop: String(place), seen: true })),
  );
}

function focused(): { stop: string | null; seen: boolean } {
  const control = document.activeElement;
  if (control === null) return { stop: null, seen: false };
  const { outlineStyle, outlineWidth } = getComputedStyle(control);
  return {
    stop: control.getAttribute('data-stop'),
    seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
  };
}

function noticeHas(selector: string): boolean {
  const inside = document.querySelector('waxseal-notice')?.shadowRoot;
  return Boolean(inside?.querySelector(selector));
}

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

/**
 * What is done for a page that asks too much: at most fifty new domains for a compose window, and a budget of
 * queries over all of them. The page is the Gmail-like one, filled with made-up recipients.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LoopbackServer } from '../../scripts/lab/loopback-server';
import { QUERY_LIMIT } from '@/utils/network/token-bucket';
import en from '@/utils/i18n/locales/en.json';
import { queriesSince } from '../world/query-log';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { until, type Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { startPageServer } from './pages/page-server';
import { consent, openPopup } from './steps/consent';
import { closeWindow, fillWindow, GMAIL_HOST, GMAIL_URL, openWindow, windowNumber } from './steps/gmail';
import { readNotices } from './steps/notice';
import { readPopup } from './steps/popup';

const MADE_UP = 10_000;
/** New domains looked up for one compose window, as the design says. */
const MOST_PER_WINDOW = 50;
/** Windows of fifty new domains each, one after the other: far more questions than the budget holds. */
const MOST_WINDOWS = 40;

describe(`limits in ${BROWSER_NAME}`, () => {
  let server: LoopbackServer;
  let started: Started;
  let gmail: Tab;
  let since = 0;

  /** The made-up domains the resolver was asked for. */
  const askedFor = (prefix: string): Set<string> => {
    const names = queriesSince(started.world.queryLog).map(({ name }) => name.replace(/^_mta-sts\./, ''));
    return new Set(names.filter((name) => name.startsWith(prefix)));
  };
  const state = (number: number): Promise<string | null> =>
    gmail.evaluate(
      // Without a level it has not yet seen the recipients.
      (place) =>
        document.querySelector(`${place} waxseal-notice[data-level]`)?.getAttribute('data-state') ?? null,
      windowNumber(number),
    );
  const limited = (number: number): Promise<boolean> =>
    until(`window ${number} to be limited`, async () => (await state(number)) === 'limited', 60_000);

  beforeAll(async () => {
    server = await startPageServer(inject('world'), GMAIL_HOST);
    started = await startInWorld([], { [GMAIL_HOST]: server.port });
    gmail = await started.browser.open(GMAIL_URL);
    await consent(started.browser, 'never');
    await gmail.bringToFront();
    since = Date.now();
    await openWindow(gmail, 1);
  });
  afterAll(async () => {
    await started.browser.stop();
    await server.stop();
  });

  it('looks up fifty of ten thousand made-up domains, and the notice says so', async () => {
    await fillWindow(gmail, 1, madeUp('flood', MADE_UP));
    for (let click = 0; click < 3; click += 1) await gmail.click('#count');
    await limited(1);
    expect(askedFor('flood-').size).toBe(MOST_PER_WINDOW);
    await until('a line for each', async () => (await countRows(gmail)) === MADE_UP, 60_000);
  });

  it('left the page its clicks meanwhile', async () => {
    const clicks = await gmail.evaluate(() => document.querySelector('#count output')?.textContent, null);
    expect(clicks).toBe('3');
  });

  it('never calls a domain safe or unsafe that was left out', async () => {
    const [notice] = await readNotices(gmail);
    const left = notice?.rows.filter(({ domain }) => !askedFor('flood-').has(domain)) ?? [];
    expect(left).toHaveLength(MADE_UP - MOST_PER_WINDOW);
    expect([...new Set(left.map(({ level }) => level))]).toEqual(['unknown']);
  });

  it('says so in the popup, which asks for no domain more', async () => {
    const popup = await openPopup(started.browser, GMAIL_URL);
    await until('all rows', async () => {
      const rows = await readPopup(popup);
      return rows.length >= 200 && rows.every(({ level }) => level !== '');
    });
    const text = await popup.evaluate(() => document.body.innerText, null);
    expect(text).toContain(en.popup.limited);
    expect(text).toContain(en.reason.not_looked_up_compose);
    expect(askedFor('flood-').size).toBe(MOST_PER_WINDOW);
    await popup.close();
    await gmail.bringToFront();
    await closeWindow(gmail, 1);
  });

  it('gives a second window fifty of its own', async () => {
    await openWindow(gmail, 2);
    await fillWindow(gmail, 2, madeUp('again', MADE_UP));
    await limited(2);
    expect(askedFor('again-').size).toBe(MOST_PER_WINDOW);
    await closeWindow(gmail, 2);
  });

  it('stays within one budget of questions over all windows', async () => {
    let last: string | null = null;
    for (let number = 3; last !== 'limited' && number < MOST_WINDOWS; number += 1) {
      await openWindow(gmail, number);
      await fillWindow(gmail, number, madeUp(`more-${number}`, MOST_PER_WINDOW));
      last = await until('an answer for all', async () => {
        const seen = await state(number);
        return seen === 'checking' ? null : seen;
      });
      if (last !== 'limited') await closeWindow(gmail, number);
    }
    const seconds = (Date.now() - since) / 1000;
    const asked = queriesSince(started.world.queryLog).filter(({ name }) => /(flood|again|more)-/.test(name));
    expect(asked.length).toBeLessThanOrEqual(QUERY_LIMIT.burst + QUERY_LIMIT.perSecond * seconds);
    expect(last).toBe('limited');
    const [notice] = await readNotices(gmail);
    expect(notice?.rows.some(({ text }) => text.includes(en.reason.not_looked_up_rate))).toBe(true);
  });
});

/** How many lines the one notice has: a long list is made in slices. */
function countRows(tab: Tab): Promise<number> {
  return tab.evaluate(
    () =>
      document.querySelector('waxseal-notice')?.shadowRoot?.querySelectorAll('[data-domain][data-level]')
        .length ?? 0,
    null,
  );
}

function madeUp(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `x@${prefix}-${index}.test`);
}

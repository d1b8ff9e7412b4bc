/**
 * Gmail, by a page written from published facts about it (pages/gmail.html): a webmail of the manifest, so
 * that it works after consent alone, with several compose windows at once and a page that changes under us.
 */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LoopbackServer } from '../../scripts/lab/loopback-server';
import { queriesSince } from '../world/query-log';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { until, type Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { startPageServer } from './pages/page-server';
import { consent, openPopup } from './steps/consent';
import {
  addChip,
  GMAIL_HOST,
  GMAIL_URL,
  openWindow,
  rebuildPage,
  typeAddress,
  windowNumber,
} from './steps/gmail';
import { readNotices, settledNotice, type NoticeReading } from './steps/notice';
import { readPopup } from './steps/popup';

/** Pictures to look at; nothing compares them. */
const PICTURES = 'test-results/pictures';
/** Milliseconds, well below the pause that ends typing. */
const PAUSE_OF_A_TYPIST = 300;

describe(`Gmail in ${BROWSER_NAME}`, () => {
  let server: LoopbackServer;
  let started: Started;
  let gmail: Tab;

  const settled = (number: number, domains: readonly string[]): Promise<NoticeReading> =>
    settledNotice(gmail, domains, 40_000, windowNumber(number));

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    server = await startPageServer(inject('world'), GMAIL_HOST);
    started = await startInWorld(['https://*/*'], { [GMAIL_HOST]: server.port });
    gmail = await started.browser.open(GMAIL_URL);
    await openWindow(gmail, 1);
    await addChip(gmail, 1, 'ada@enforce.test');
  });
  afterAll(async () => {
    await started.browser.stop();
    await server.stop();
  });

  it('shows nothing before consent', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await readNotices(gmail)).toEqual([]);
  });

  it('shows its notice after consent, without a click for this webmail and without a reload', async () => {
    await consent(started.browser, 'always');
    await gmail.bringToFront();
    await settled(1, ['enforce.test']);
  });

  it('says "enforced" with a reservation: Gmail reads a policy only after the first message', async () => {
    const { level, rows } = await settled(1, ['enforce.test']);
    expect(level).toBe('enforced');
    expect(rows).toMatchObject([{ domain: 'enforce.test', level: 'enforced', conditional: true }]);
  });

  it('judges as Gmail would: a policy that no mail server meets blocks, without reservation', async () => {
    await addChip(gmail, 1, 'ben@mismatch.test');
    const { level, rows } = await settled(1, ['enforce.test', 'mismatch.test']);
    expect(level).toBe('blocked');
    expect(rows[0]).toMatchObject({ domain: 'mismatch.test', level: 'blocked', conditional: false });
  });

  it('gives a second window a notice of its own, with its own recipients', async () => {
    await openWindow(gmail, 2);
    await addChip(gmail, 2, 'cy@plain.test');
    expect((await settled(2, ['plain.test'])).level).toBe('opportunistic');
    expect((await settled(1, ['enforce.test', 'mismatch.test'])).level).toBe('blocked');
    expect(await readNotices(gmail)).toHaveLength(2);
  });

  it('lists the recipients of both windows in the popup', async () => {
    const popup = await openPopup(started.browser, GMAIL_URL);
    const rows = await until('three domains', async () => {
      const seen = await readPopup(popup);
      return seen.length === 3 ? seen : null;
    });
    expect(rows.map(({ domain }) => domain)).toEqual(['mismatch.test', 'plain.test', 'enforce.test']);
    await popup.close();
    await gmail.bringToFront();
  });

  it('checks what is typed but not yet a chip only once typing has paused', async () => {
    const mark = queriesSince(started.world.queryLog).length;
    await openWindow(gmail, 3);
    await typeAddress(gmail, 3, 'di@none.te');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_OF_A_TYPIST));
    await gmail.press('s');
    await gmail.press('t');
    await settled(3, ['none.test']);
    const asked = queriesSince(started.world.queryLog, mark).filter(({ type }) => type === 'MX');
    expect(asked.map(({ name }) => name)).toEqual(['none.test']);
    const typed = await gmail.evaluate(
      (selector) => document.querySelector<HTMLInputElement>(selector)?.value,
      `${windowNumber(3)} [name="to"] input`,
    );
    expect(typed).toBe('di@none.test');
  });

  it('keeps the recipients while the page folds them into a summary', async () => {
    await gmail.type(`${windowNumber(1)} [g_editable="true"]`, 'Dear both,');
    await gmail.waitForSelector(`${windowNumber(1)} .aoD:not([hidden])`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await settled(1, ['enforce.test', 'mismatch.test']);
    await gmail.screenshot(`${PICTURES}/${BROWSER_NAME}-gmail.png`);
  });

  it('never stands in text that is being written, and leaves the text alone', async () => {
    const seen = await gmail.evaluate(() => {
      const notices = [...document.querySelectorAll('waxseal-notice')];
      const editors = [...document.querySelectorAll<HTMLElement>('[g_editable="true"]')];
      return {
        notices: notices.length,
        inEditable: notices.filter((notice) => notice.closest('[contenteditable], [g_editable]')).length,
        visible: notices.filter((notice) => notice.checkVisibility()).length,
        texts: editors.map((editor) => editor.innerText.trim()),
      };
    }, null);
    expect(seen).toEqual({ notices: 3, inEditable: 0, visible: 3, texts: ['Dear both,', '', ''] });
  });

  it('forgets a recipient the user takes out', async () => {
    await gmail.click(`${windowNumber(1)} .aoD`);
    await gmail.click(`${windowNumber(1)} [data-hovercard-id="ben@mismatch.test"] .afX`);
    expect((await settled(1, ['enforce.test'])).level).toBe('enforced');
  });

  it('comes back, once per window, when the page replaces its whole tree', async () => {
    await rebuildPage(gmail);
    await settled(1, ['enforce.test']);
    await settled(2, ['plain.test']);
    expect(await readNotices(gmail)).toHaveLength(3);
  });

  it('goes with its window', async () => {
    await gmail.click(`${windowNumber(2)} .Ha`);
    await until('two notices', async () => (await readNotices(gmail)).length === 2);
    await gmail.click(`${windowNumber(1)} .Ha`);
    await gmail.click(`${windowNumber(3)} .Ha`);
    await until('no notice', async () => (await readNotices(gmail)).length === 0);
  });
});

/** Every domain of the world, typed into a real Roundcube: notice, badge, popup, cache and terminal agree. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEVELS, type Level } from '@/utils/verdict/level';
import type { DomainRow, Expectation } from '../world/domain-row';
import { BROWSER_DOMAINS } from '../world/domains';
import { openCompose } from '../world/webmail-session';
import { queriesSince } from '../world/query-log';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { until, type Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { consent, openPopup, readBadge, useHere } from './steps/consent';
import { settledNotice, type NoticeReading } from './steps/notice';
import { readPopup } from './steps/popup';
import { addRecipient, removeRecipient, writeMessage } from './steps/roundcube';
import { checkInTerminal } from './steps/terminal';

/** What stalls or fails is asked again each time, as it should be. */
const LASTING = BROWSER_DOMAINS.filter((row) => shownAs(row).level !== 'unknown').map((row) => row.domain);
const ALL = BROWSER_DOMAINS.map((row) => row.domain);

describe(`verdicts in ${BROWSER_NAME}`, () => {
  let started: Started;
  let compose: Tab;
  let notice: NoticeReading;

  beforeAll(async () => {
    started = await startInWorld(['https://webmail.test/*', 'https://*/*']);
    compose = await writeMessage(started.browser, started.webmail);
    await consent(started.browser, 'always');
    await useHere(started.browser, started.webmail.url);
    await compose.bringToFront();
    for (const row of BROWSER_DOMAINS) await addRecipient(compose, `x@${row.unicode ?? row.domain}`);
    notice = await settledNotice(compose, ALL, 90_000);
  });
  afterAll(() => started.browser.stop());

  it.each(BROWSER_DOMAINS.map((row) => [row.domain, shownAs(row).level, row.about, row] as const))(
    'the notice shows %s as %s: %s',
    (domain, level, _about, row) => {
      const shown = notice.rows.find((one) => one.domain === domain);
      const { conditional } = shownAs(row);
      expect({ level: shown?.level, conditional: shown?.conditional }).toEqual({ level, conditional });
    },
  );

  it('the worst comes first and stands for the message', () => {
    const order = notice.rows.map((row) => LEVELS.indexOf(row.level as Level));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(notice.level).toBe(notice.rows[0]?.level);
  });

  it('the toolbar button shows it too, in words and not by colour alone', async () => {
    const page = await started.browser.openExtensionPage('options.html');
    const tab = await started.browser.tabIdAt('https://webmail.test');
    const badge = await until('a badge', async () => {
      const seen = await readBadge(page, tab);
      return seen.text !== '' && seen.text !== '…' ? seen : null;
    });
    expect(badge.title.length).toBeGreaterThan('Waxseal'.length);
    await page.close();
  });

  it('the popup shows the same, with reasons', async () => {
    const popup = await openPopup(started.browser, started.webmail.url);
    const rows = await until('all domains in the popup', async () => {
      const seen = await readPopup(popup);
      return seen.length === ALL.length && seen.every((row) => row.level !== '') ? seen : null;
    });
    const brief = (list: readonly { domain: string; level: string; conditional: boolean }[]): string[] =>
      list.map((row) => `${row.domain} ${row.level} ${String(row.conditional)}`).sort();
    expect(brief(rows)).toEqual(brief(notice.rows));
    expect(rows.filter((row) => row.text.length < 20)).toEqual([]);
    await popup.close();
  });

  it('the terminal gives the same answers for the same world', async () => {
    const terminal = await checkInTerminal(started.world, ALL, 'unknown');
    const brief = terminal.map((row) => `${row.domain} ${row.level} ${String(row.conditional)}`).sort();
    expect(brief).toEqual(
      notice.rows.map((row) => `${row.domain} ${row.level} ${String(row.conditional)}`).sort(),
    );
  });

  it('a removed recipient leaves the notice', async () => {
    await removeRecipient(compose, 'x@plain.test');
    await settledNotice(
      compose,
      ALL.filter((domain) => domain !== 'plain.test'),
    );
  });

  it('a second visit answers from the cache, without a query', async () => {
    await expectNoQuery(started, compose);
  });

  it('so it does after the browser was restarted', async () => {
    await started.browser.restart();
    compose = await writeMessage(started.browser, started.webmail);
    await expectNoQuery(started, compose);
  });
});

/** The webmail's sender is unknown, and the root of this world is not the internet's. */
function shownAs({ browser, unknown }: DomainRow): Pick<Expectation, 'level' | 'conditional'> {
  return browser ?? unknown;
}

async function expectNoQuery(started: Started, compose: Tab): Promise<void> {
  const mark = queriesSince(started.world.queryLog).length;
  await openCompose(compose, started.webmail);
  for (const domain of LASTING) await addRecipient(compose, `again@${domain}`);
  const again = await settledNotice(compose, LASTING, 60_000);
  expect(again.state).toBe('done');
  expect(queriesSince(started.world.queryLog, mark)).toEqual([]);
}

/** A resolver that never answers, or is gone: the notice ends in "unknown" and says why, and it can be mended. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LoopbackServer } from '../../scripts/lab/loopback-server';
import en from '@/utils/i18n/locales/en.json';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { until, type Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { startFicklePort, type FicklePort } from './network/fickle-port';
import { startPageServer } from './pages/page-server';
import { consent, openPopup } from './steps/consent';
import { addChip, GMAIL_HOST, GMAIL_URL, openWindow } from './steps/gmail';
import { readNotices, settledNotice } from './steps/notice';
import { readPopup } from './steps/popup';

const RESOLVER_HOST = new URL(DEFAULT_RESOLVER.url).hostname;

describe(`a resolver that fails in ${BROWSER_NAME}`, () => {
  let server: LoopbackServer;
  let resolver: FicklePort;
  let started: Started;
  let gmail: Tab;

  beforeAll(async () => {
    const world = inject('world');
    const port = world.hostMap[RESOLVER_HOST];
    if (port === undefined) throw new Error(`the world has no ${RESOLVER_HOST}`);
    [server, resolver] = await Promise.all([startPageServer(world, GMAIL_HOST), startFicklePort(port)]);
    const hosts = { [GMAIL_HOST]: server.port, [RESOLVER_HOST]: resolver.port };
    started = await startInWorld(['https://*/*'], hosts);
    gmail = await started.browser.open(GMAIL_URL);
    await consent(started.browser, 'always');
    await gmail.bringToFront();
    await openWindow(gmail, 1);
  });
  afterAll(async () => {
    await started.browser.stop();
    await Promise.all([server.stop(), resolver.stop()]);
  });

  it('is gone: unknown, for want of a connection', async () => {
    await resolver.become('closed');
    await addChip(gmail, 1, 'ben@plain.test');
    const { level, rows } = await settledNotice(gmail, ['plain.test'], 60_000);
    expect(level).toBe('unknown');
    expect(rows[0]?.text).toContain(en.failure.network);
  });

  it('the popup says that the connection is at fault, and names the resolver', async () => {
    const popup = await openPopup(started.browser, GMAIL_URL);
    await popup.waitForSelector('[data-empty="no-network"]');
    const remark = await popup.evaluate(
      () => document.querySelector('[data-empty="no-network"]')?.textContent ?? '',
      null,
    );
    expect(remark).toContain(RESOLVER_HOST);
    expect((await readPopup(popup)).map(({ level }) => level)).toEqual(['unknown']);
    await popup.close();
  });

  it('comes back: "check again" gives the verdict, in the popup and in the page', async () => {
    await resolver.become('passes-on');
    await checkAgain('plain.test', 'opportunistic');
  });

  it('accepts the connection and never answers: unknown, for want of an answer', async () => {
    await resolver.become('silent');
    await addChip(gmail, 1, 'ada@enforce.test');
    const notice = await settledNotice(gmail, ['enforce.test', 'plain.test'], 60_000);
    expect(notice.rows.map(({ domain, level }) => [domain, level])).toEqual([
      ['plain.test', 'opportunistic'],
      ['enforce.test', 'unknown'],
    ]);
    expect(notice.rows[1]?.text).toContain(en.failure.timeout);
    expect(notice.rows[1]?.conditional).toBe(false);
  });

  it('answers again: "check again" gives the verdict', async () => {
    await resolver.become('passes-on');
    await checkAgain('enforce.test', 'enforced');
  });

  it('after the next outage the notice recovers by itself, without a click', async () => {
    await resolver.become('closed');
    await addChip(gmail, 1, 'eve@testing.test');
    const domains = ['enforce.test', 'plain.test', 'testing.test'];
    const outage = await settledNotice(gmail, domains, 60_000);
    expect(outage.rows.find(({ domain }) => domain === 'testing.test')?.level).toBe('unknown');
    await resolver.become('passes-on');
    await until(
      'the verdict',
      async () => {
        const [notice] = await readNotices(gmail);
        return notice?.rows.some(({ domain, level }) => domain === 'testing.test' && level === 'expected');
      },
      90_000,
    );
  });

  /** Clicks the button of the domain in the popup; popup and page come to the level. */
  async function checkAgain(domain: string, level: string): Promise<void> {
    const popup = await openPopup(started.browser, GMAIL_URL);
    const row = `[data-domain="${domain}"]`;
    await popup.waitForSelector(`${row}[data-level="unknown"]`);
    await popup.click(`${row} [data-action="check-again"]:not(:disabled)`);
    await popup.waitForSelector(`${row}[data-level="${level}"]`);
    expect(await popup.$('[data-empty="no-network"]')).toBeNull();
    await popup.close();
    await gmail.bringToFront();
    await until('the verdict in the page', async () => {
      const [notice] = await readNotices(gmail);
      return notice?.state === 'done' && notice.rows.find((one) => one.domain === domain)?.level === level;
    });
  }
});

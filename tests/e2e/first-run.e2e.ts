/** Before the one click of consent not one byte leaves and no page is touched; after it, everything works at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queriesSince } from '../world/query-log';
import { BROWSER_NAME } from './browsers/browser-under-test';
import type { Tab } from './browsers/driver';
import { until } from './browsers/driver';
import { originPattern, startInWorld, type Started } from './browsers/started';
import { consent, openPopup, readBadge, storedSettings, useHere, withdraw } from './steps/consent';
import { readNotices, settledNotice } from './steps/notice';
import { addRecipient, writeMessage } from './steps/roundcube';

describe(`first run in ${BROWSER_NAME}`, () => {
  let started: Started;
  let compose: Tab;

  beforeAll(async () => {
    const facts = await startInWorld(['https://webmail.test/*']);
    started = facts;
    compose = await writeMessage(facts.browser, facts.webmail);
  });
  afterAll(() => started.browser.stop());

  it('opens the welcome page on install', async () => {
    await until('the welcome page', async () =>
      (await started.browser.tabs()).some((tab) => tab.url().endsWith('/welcome.html')),
    );
  });

  it('says "set up" on the toolbar button', async () => {
    const page = await started.browser.openExtensionPage('welcome.html');
    const badge = await until('the badge', async () => {
      const seen = await readBadge(page, null);
      return seen.text === '' ? null : seen;
    });
    expect(badge.text).toBe('set up');
    await page.close();
  });

  it('sends nothing and touches no page before the click, whatever is typed', async () => {
    const mark = queriesSince(started.world.queryLog).length;
    await compose.bringToFront();
    await addRecipient(compose, 'before@plain.test');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await readNotices(compose)).toEqual([]);
    expect(queriesSince(started.world.queryLog, mark)).toEqual([]);
    const own = new URL(started.webmail.url).host;
    const others = started.browser.contacted().filter((host) => !host.startsWith(own));
    expect(others.filter((host) => /dns|mta-sts/.test(host))).toEqual([]);
  });

  it('tells in the popup that it waits for consent', async () => {
    const popup = await openPopup(started.browser, started.webmail.url);
    await popup.waitForSelector('[data-empty="no-consent"]');
    await popup.close();
  });

  it('checks a webmail at any address after one click each, without a reload', async () => {
    await consent(started.browser, 'never');
    await useHere(started.browser, started.webmail.url);
    await compose.bringToFront();
    const notice = await settledNotice(compose, ['plain.test']);
    expect(notice.level).toBe('opportunistic');
    expect(notice.rows[0]?.level).toBe('opportunistic');
  });

  it('keeps exactly this origin in the settings', async () => {
    const page = await started.browser.openExtensionPage('options.html');
    const settings = await storedSettings(page);
    expect(settings).toContain(originPattern(started.webmail).replace('/*', ''));
    expect(settings).toContain('"policies":"never"');
    await page.close();
  });

  it('shows a policy that nobody read as unknown, never as safe or unsafe', async () => {
    await addRecipient(compose, 'someone@enforce.test');
    const notice = await settledNotice(compose, ['plain.test', 'enforce.test']);
    expect(notice.rows.find((row) => row.domain === 'enforce.test')?.level).toBe('unknown');
    expect(started.browser.contacted().filter((host) => host.startsWith('mta-sts.'))).toEqual([]);
  });

  it('takes the notice away when the user withdraws', async () => {
    await withdraw(started.browser);
    await until('the notice to go', async () => (await readNotices(compose)).length === 0);
  });
});

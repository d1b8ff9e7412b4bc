/** What is looked up for a private window leaves nothing on disk, and is there again when it is asked again. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LoopbackServer } from '../../scripts/lab/loopback-server';
import { queriesSince } from '../world/query-log';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { until, type Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { startPageServer } from './pages/page-server';
import { consent } from './steps/consent';
import { addChip, closeWindow, GMAIL_HOST, GMAIL_URL, openWindow, windowNumber } from './steps/gmail';
import { settledNotice } from './steps/notice';
import { keptOnDisk } from './steps/on-disk';
import { readPopup } from './steps/popup';

describe(`a private window in ${BROWSER_NAME}`, () => {
  let server: LoopbackServer;
  let started: Started;
  /** A page of the extension in the ordinary window: what is opened later may open in the private one. */
  let own: Tab;
  let hidden: Tab;

  beforeAll(async () => {
    server = await startPageServer(inject('world'), GMAIL_HOST);
    const hosts = { [GMAIL_HOST]: server.port };
    started = await startInWorld(['https://*/*'], hosts, { privateWindows: true });
    await consent(started.browser, 'always');
    own = await started.browser.openExtensionPage('options.html');
  });
  afterAll(async () => {
    await started.browser.stop();
    await server.stop();
  });

  it('ordinary windows: verdict and policy are kept on disk', async () => {
    const gmail = await started.browser.open(GMAIL_URL);
    await openWindow(gmail, 1);
    await addChip(gmail, 1, 'ada@wildcard.test');
    await settledNotice(gmail, ['wildcard.test']);
    expect(await keptOnDisk(own)).toContain('wildcard.test');
    await gmail.close();
  });

  it('shows its notice there too', async () => {
    hidden = await started.browser.openPrivate(GMAIL_URL);
    await openWindow(hidden, 1);
    await addChip(hidden, 1, 'ben@enforce.test');
    expect((await settledNotice(hidden, ['enforce.test'])).level).toBe('enforced');
  });

  it('keeps nothing of it on disk, and still needs not ask twice', async () => {
    const mark = queriesSince(started.world.queryLog).length;
    await closeWindow(hidden, 1);
    await openWindow(hidden, 2);
    await addChip(hidden, 2, 'cy@enforce.test');
    await settledNotice(hidden, ['enforce.test'], 40_000, windowNumber(2));
    expect(queriesSince(started.world.queryLog, mark)).toEqual([]);
    expect(await keptOnDisk(own)).not.toContain('enforce.test');
  });

  it('does not even keep what the popup asks for it', async () => {
    const popup = await started.browser.openExtensionPage(`popup.html?tab=${await privateTab()}`);
    await popup.waitForSelector('[data-domain="enforce.test"][data-level="enforced"]');
    // The answers of a moment ago may serve again: nothing need be asked, but everything is judged and kept anew.
    await popup.click('[data-domain="enforce.test"] [data-action="check-again"]');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await until('the look-up to end', async () => (await popup.$('[data-state="checking"]')) === null);
    expect((await readPopup(popup)).map(({ level }) => level)).toEqual(['enforced']);
    await popup.close();
    expect(await keptOnDisk(own)).not.toContain('enforce.test');
  });

  async function privateTab(): Promise<number> {
    const id = await own.evaluate(async () => {
      interface Api {
        readonly tabs: {
          readonly query: (filter: object) => Promise<readonly { id?: number; incognito: boolean }[]>;
        };
      }
      const all = globalThis as unknown as { browser?: Api; chrome: Api };
      const tabs = await (all.browser ?? all.chrome).tabs.query({});
      return tabs.find(({ incognito }) => incognito)?.id ?? null;
    }, null);
    if (id === null) throw new Error('the extension sees no private tab');
    return id;
  }
});

/** Firefox may withhold even the hosts of the manifest: then the one click of consent asks for them. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LoopbackServer } from '../../scripts/lab/loopback-server';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import type { Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { startPageServer } from './pages/page-server';
import { consent } from './steps/consent';
import { addChip, GMAIL_HOST, GMAIL_URL, openWindow } from './steps/gmail';
import { readNotices, settledNotice } from './steps/notice';

const NEEDED = [`https://${GMAIL_HOST}/*`, `${new URL(DEFAULT_RESOLVER.url).origin}/*`];

describe('hosts that firefox withholds', () => {
  let server: LoopbackServer;
  let started: Started;
  let gmail: Tab;
  let own: Tab;

  beforeAll(async () => {
    server = await startPageServer(inject('world'), GMAIL_HOST);
    started = await startInWorld([], { [GMAIL_HOST]: server.port }, { withheldHosts: true });
    own = await started.browser.openExtensionPage('options.html');
    gmail = await started.browser.open(GMAIL_URL);
    await openWindow(gmail, 1);
    await addChip(gmail, 1, 'ada@plain.test');
  });
  afterAll(async () => {
    await started.browser.stop();
    await server.stop();
  });

  it('are withheld at first', async () => {
    expect(await held(own)).toEqual([false, false]);
    expect(await readNotices(gmail)).toEqual([]);
  });

  it('are there after the click of consent, and the notice appears', async () => {
    await consent(started.browser, 'never');
    expect(await held(own)).toEqual([true, true]);
    await gmail.bringToFront();
    expect((await settledNotice(gmail, ['plain.test'])).level).toBe('opportunistic');
  });
});

/** Which of the needed hosts the extension may use. */
function held(extensionPage: Tab): Promise<boolean[]> {
  return extensionPage.evaluate((patterns) => {
    const { browser } = globalThis as unknown as {
      browser: { permissions: { contains: (wanted: object) => Promise<boolean> } };
    };
    return Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  }, NEEDED);
}

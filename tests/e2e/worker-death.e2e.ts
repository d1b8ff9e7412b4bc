/** The background dies in the middle of a look-up: the notice still ends in the right verdict. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowOf } from '../world/domains';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { until, type Tab } from './browsers/driver';
import { startInWorld, type Started } from './browsers/started';
import { consent, useHere } from './steps/consent';
import { readNotices, settledNotice } from './steps/notice';
import { addRecipient, writeMessage } from './steps/roundcube';

describe(`a background that dies in ${BROWSER_NAME}`, () => {
  let started: Started;
  let compose: Tab;

  beforeAll(async () => {
    started = await startInWorld(['https://webmail.test/*', 'https://*/*']);
    compose = await writeMessage(started.browser, started.webmail);
    await consent(started.browser, 'always');
    await useHere(started.browser, started.webmail.url);
    await compose.bringToFront();
  });
  afterAll(() => started.browser.stop());

  // The policy host of slow.test takes the connection and never answers, so the look-up lasts seconds.
  it.each(['slow.test', 'stalled.test'])('while %s is being looked up', async (domain) => {
    await addRecipient(compose, `x@${domain}`);
    await until('the look-up to be under way', async () => {
      const [notice] = await readNotices(compose);
      return notice?.state === 'checking';
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await readNotices(compose))[0]?.state).toBe('checking');
    await started.browser.killBackground();
    await compose.bringToFront();
    const notice = await until(
      'the verdict',
      async () => {
        const [seen] = await readNotices(compose);
        const row = seen?.rows.find((one) => one.domain === domain);
        return seen?.state === 'done' && row ? row : null;
      },
      60_000,
    );
    expect(notice.level).toBe(rowOf(domain).unknown.level);
  });

  it('while nothing is under way: the next recipient wakes it', async () => {
    await started.browser.killBackground();
    await compose.bringToFront();
    await addRecipient(compose, 'x@testing.test');
    const notice = await settledNotice(compose, ['slow.test', 'stalled.test', 'testing.test']);
    expect(notice.rows.find((row) => row.domain === 'testing.test')?.level).toBe('expected');
  });
});

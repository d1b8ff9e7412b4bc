import { fakeBrowser } from '../../fakes/fake-browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropPendingWebmail, notePendingWebmail, takePendingWebmail } from '@/utils/settings/pending-webmail';

const ORIGIN = 'https://mail.example.org';
const NOON = 1_700_000_000_000;
const MINUTE = 60_000;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the note of a webmail being added', () => {
  it('is taken once', async () => {
    await notePendingWebmail(ORIGIN, NOON);
    expect(await takePendingWebmail(NOON + MINUTE)).toBe(ORIGIN);
    expect(await takePendingWebmail(NOON + MINUTE)).toBeNull();
  });

  it.each([
    [NOON + 6 * MINUTE, 'the question is long answered'],
    [NOON - MINUTE, 'the clock was turned back'],
  ])('does not hold at %d (%s)', async (now) => {
    await notePendingWebmail(ORIGIN, NOON);
    expect(await takePendingWebmail(now)).toBeNull();
  });

  it('can be thrown away', async () => {
    await notePendingWebmail(ORIGIN, NOON);
    await dropPendingWebmail();
    expect(await takePendingWebmail(NOON)).toBeNull();
  });

  it('is kept for the session only', async () => {
    await notePendingWebmail(ORIGIN, NOON);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('is nothing if something else lies there', async () => {
    await fakeBrowser.storage.session.set({
      'pending-webmail': { origin: 'http://plain.example', at: NOON },
    });
    expect(await takePendingWebmail(NOON)).toBeNull();
  });
});

import { fakeBrowser } from '../../fakes/fake-browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropPendingPolicy, notePendingPolicy, pendingPolicy } from '@/entrypoints/popup/pending-policy';

const NOON = 1_700_000_000_000;
const MINUTE = 60_000;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the note of a policy to be read', () => {
  it('stays until it is dropped, so that a popup closed over the answer loses nothing', async () => {
    await notePendingPolicy('a.example', NOON);
    expect(await pendingPolicy(NOON + MINUTE)).toBe('a.example');
    expect(await pendingPolicy(NOON + MINUTE)).toBe('a.example');
    await dropPendingPolicy();
    expect(await pendingPolicy(NOON + MINUTE)).toBeNull();
  });

  it.each([
    [NOON + 6 * MINUTE, 'the question is long answered'],
    [NOON - MINUTE, 'the clock was turned back'],
  ])('does not hold at %d (%s)', async (now) => {
    await notePendingPolicy('a.example', NOON);
    expect(await pendingPolicy(now)).toBeNull();
  });

  it('is kept for the session only', async () => {
    await notePendingPolicy('a.example', NOON);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('is nothing if something else lies there', async () => {
    await fakeBrowser.storage.session.set({ 'pending-policy': 'a.example' });
    expect(await pendingPolicy(NOON)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { startDeadline } from '@/utils/lookup/deadline';
import { makeVirtualClock } from './virtual-clock';

describe('startDeadline', () => {
  it('gives the result of work that is done in time', async () => {
    const clock = makeVirtualClock(0);
    const deadline = startDeadline(clock.after, 100);
    const work = deadline.within(
      () => clock.sleep(99).then(() => 'done'),
      () => 'late',
    );
    expect(await clock.runUntil(work)).toBe('done');
  });

  it('gives up on work that is not, and tells it so by the signal', async () => {
    const clock = makeVirtualClock(0);
    const deadline = startDeadline(clock.after, 100);
    const work = deadline.within(
      () => clock.sleep(101).then(() => 'done'),
      () => 'late',
    );
    expect([await clock.runUntil(work), deadline.signal.aborted]).toEqual(['late', true]);
  });

  it('begins nothing when the time is up', async () => {
    const clock = makeVirtualClock(0);
    const deadline = startDeadline(clock.after, 0);
    await clock.runUntil(clock.sleep(1));
    const begun: string[] = [];
    const work = deadline.within(
      () => Promise.resolve(begun.push('begun')),
      () => 0,
    );
    expect([await work, begun]).toEqual([0, []]);
  });

  it('takes work that throws or rejects for late', async () => {
    const deadline = startDeadline(makeVirtualClock(0).after, 100);
    const late = (): string => 'late';
    const thrown = (): Promise<string> => {
      throw new Error('broken');
    };
    expect(await deadline.within(thrown, late)).toBe('late');
    expect(await deadline.within(() => Promise.reject(new Error('broken')), late)).toBe('late');
  });
});

import { describe, expect, it } from 'vitest';
import { reason } from '@/utils/verdict/reason';
import { mergeReasons } from '@/utils/verdict/ruling';

describe('mergeReasons', () => {
  it('says the same thing once', () => {
    const twice = [reason('sts-absent', {}), reason('nothing-requires', {}), reason('sts-absent', {})];
    expect(mergeReasons(twice)).toEqual([reason('sts-absent', {}), reason('nothing-requires', {})]);
  });

  it('joins the host lists of one code, each host once', () => {
    const merged = mergeReasons([
      reason('no-host-address', { hosts: ['a'] }),
      reason('no-host-address', { hosts: ['b', 'a'] }),
    ]);
    expect(merged).toEqual([reason('no-host-address', { hosts: ['a', 'b'] })]);
  });

  it('keeps different parameters apart', () => {
    const two = [reason('sts-testing', { id: 'a' }), reason('sts-testing', { id: 'b' })];
    expect(mergeReasons(two)).toEqual(two);
  });
});

import { describe, expect, it } from 'vitest';
import { compare } from '../../demo/compare';
import { formatTable } from '../../demo/table';
import { DEMO_ZONE } from '../../demo/zone';

const zone = DEMO_ZONE.filter((row) => ['sealed.test', 'everyday.test'].includes(row.typed));
const sealed = {
  domain: 'sealed.test',
  level: 'expected',
  conditional: true,
  texts: ['sealed.test', 'Required', 'if …'],
};
const everyday = {
  domain: 'everyday.test',
  level: 'opportunistic',
  conditional: false,
  texts: ['everyday.test'],
};

describe('compare', () => {
  it('goes by the sender for which the mailbox stands', () => {
    const verdicts = (kind: 'gmail' | 'selfHosted') =>
      compare(zone, kind, [everyday, sealed]).map((line) => line.asExpected);
    expect(verdicts('selfHosted')).toEqual([true, true]);
    expect(verdicts('gmail')).toEqual([false, true]);
  });
  it('tells a full seal from one in outline', () => {
    const [line] = compare(zone, 'selfHosted', [{ ...sealed, conditional: false }]);
    expect(line?.asExpected).toBe(false);
  });
  it('misses a domain of which nothing was shown', () => {
    const [, line] = compare(zone, 'gmail', [sealed]);
    expect(line).toMatchObject({ shown: null, asExpected: false });
  });
});

describe('formatTable', () => {
  it('sets expected and shown side by side and marks what differs', () => {
    expect(formatTable(compare(zone, 'gmail', [sealed])).split('\n')).toEqual([
      '   recipient           expected             shown                what the notice says',
      '!  anna@sealed.test    enforced (outlined)  expected (outlined)  Required: if …',
      '!  anna@everyday.test  opportunistic        (nothing)',
      '',
    ]);
  });
  it('ticks what is as expected', () => {
    expect(formatTable(compare(zone, 'selfHosted', [sealed, everyday]))).toContain('✓  anna@everyday.test');
  });
});

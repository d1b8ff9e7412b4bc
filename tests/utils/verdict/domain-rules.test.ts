/** The domain rule on hosts judged by hand: also those no evidence of today can lead to. */
import { describe, expect, it } from 'vitest';
import type { JudgedHost } from '@/utils/verdict/domain-rules';
import { ruleDomain } from '@/utils/verdict/domain-rules';
import type { Level } from '@/utils/verdict/level';
import type { PolicyStanding } from '@/utils/verdict/policy-standing';
import { reason } from '@/utils/verdict/reason';
import { host } from './sample-evidence';

const NOTHING: PolicyStanding = {
  kind: 'nothing',
  status: 'absent',
  id: null,
  policy: null,
  until: null,
  reasons: [reason('nothing-requires', {})],
};

/** "10 enforced", "20 (expected)", "30 skipped blocked": preference, then what was judged. */
function judged(text: string): JudgedHost {
  const [preference = '', ...words] = text.split(' ');
  const word = words.at(-1) ?? '';
  const level = word.replace(/[()]/g, '') as Level;
  const conditional = word.startsWith('(');
  const mechanism = level === 'enforced' || level === 'blocked' || conditional ? 'mta-sts' : null;
  const reasons = [reason('sts-testing', { id: text })];
  const skipped = words[0] === 'skipped';
  return {
    host: host(`mx${preference}.example`, Number(preference)),
    ruling: { level, conditional, mechanism, reasons, skipped },
  };
}

const rule = (hosts: readonly string[]): ReturnType<typeof ruleDomain> =>
  ruleDomain(hosts.map(judged), NOTHING, false);

// prettier-ignore
const CASES: readonly (readonly [hosts: readonly string[], verdict: string, reason: string])[] = [
  [['10 enforced', '20 enforced'],                   'enforced',      'all the same'],
  [['10 enforced', '20 (enforced)'],                 '(enforced)',    'one seal in outline outlines the whole'],
  [['10 (expected)', '20 (expected)'],               '(expected)',    'required everywhere, if'],
  [['10 (expected)', '20 expected'],                 'expected',      'the backup requires nothing'],
  [['10 enforced', '10 opportunistic'],              'opportunistic', 'equal preference: the worst counts'],
  [['10 enforced', '20 opportunistic'],              'expected',      'backup-unprotected'],
  [['10 enforced', '20 plaintext'],                  'expected',      'backup-unprotected'],
  [['10 enforced', '20 unknown'],                    'expected',      'no worse than an unprotected backup'],
  [['10 (expected)', '20 opportunistic'],            'expected',      'backup-unprotected for an unknown sender'],
  [['10 enforced', '10 enforced', '20 expected'],    'expected',      'all most-preferred hosts are enforced'],
  [['10 opportunistic', '20 enforced'],              'opportunistic', 'protection only on the backup'],
  [['10 skipped blocked', '20 enforced'],            'enforced',      'skipped hosts do not count'],
  [['10 skipped blocked', '20 opportunistic'],       'opportunistic', 'what is left counts'],
  [['10 enforced', '20 skipped blocked'],            'enforced',      'a skipped backup is no backup'],
  [['10 skipped blocked', '20 skipped blocked'],     'blocked',       'no host left'],
  [['10 plaintext', '20 opportunistic'],             'plaintext',     'the worst'],
  [['10 unknown', '20 expected'],                    'unknown',       'the worst'],
];

describe('ruleDomain', () => {
  it.each(CASES)('%j: %s (%s)', (...[hosts, expected]) => {
    const { level, conditional } = rule(hosts);
    expect(conditional ? `(${level})` : level).toBe(expected);
  });

  it('names the unprotected backups first', () => {
    const { reasons } = rule(['10 enforced', '20 opportunistic', '30 unknown']);
    expect(reasons[0]).toEqual(reason('backup-unprotected', { hosts: ['mx20.example'] }));
  });

  it('does not call a backup unprotected of which nothing is known', () => {
    const { reasons } = rule(['10 enforced', '20 unknown']);
    expect(reasons.map(({ code }) => code)).not.toContain('backup-unprotected');
  });

  it('names the mechanism only where it requires encryption everywhere', () => {
    expect(rule(['10 enforced', '20 enforced']).mechanism).toBe('mta-sts');
    expect(rule(['10 enforced', '20 opportunistic']).mechanism).toBeNull();
    expect(rule(['10 expected']).mechanism).toBeNull();
  });
});

/** The sender table: what becomes of a ruling in the hands of one sender. */
import { describe, expect, it } from 'vitest';
import type { SenderContext } from '@/utils/senders/sender';
import { decide } from '@/utils/verdict/decide';
import type { Level } from '@/utils/verdict/level';
import { plainRuling } from '@/utils/verdict/ruling';
import { senderProfile } from '@/utils/verdict/sender-profile';
import { applySender } from '@/utils/verdict/sender-rules';
import {
  CHECKING,
  DOMAIN,
  IGNORING,
  NOW,
  NO_STS,
  UNKNOWN_SENDER,
  domain,
  host,
  mxOnly,
  provider,
  read,
} from './sample-evidence';

const mx = 'mx.example';
const LAZY = provider({ lazyPolicies: 'yes' });
const INSISTING = provider({ requiresTls: 'yes' });
const MUTE = provider({ checksMtaSts: 'no', startTls: 'unknown' });
const UNCLEAR = provider({ checksMtaSts: 'unknown' });
const INSIDE = provider({ domains: [DOMAIN] });

// prettier-ignore
const CASES: readonly (readonly [sts: 'enforce' | 'testing' | 'mismatch' | 'absent', sender: SenderContext, verdict: string, first: string, reason: string])[] = [
  ['enforce',  CHECKING,       'enforced',      'sts-enforce',            'a sender that checks'],
  ['enforce',  UNKNOWN_SENDER, '(expected)',    'sender-unknown',         'required, if your provider checks'],
  ['enforce',  UNCLEAR,        '(expected)',    'sender-mta-sts-unknown', 'the same of a provider we know'],
  ['enforce',  IGNORING,       'expected',      'sender-skips-mta-sts',   'known to use STARTTLS'],
  ['enforce',  MUTE,           'opportunistic', 'sender-skips-mta-sts',   'not known to use STARTTLS'],
  ['enforce',  LAZY,           '(enforced)',    'sender-lazy',            'the first message may go before the policy is read'],
  ['enforce',  INSISTING,      'enforced',      'sts-enforce',            'nothing to add'],
  ['mismatch', CHECKING,       'blocked',       'sts-no-host-matches',    'waits or bounces'],
  ['mismatch', UNKNOWN_SENDER, 'blocked',       'sts-no-host-matches',    'a requirement that cannot be met'],
  ['mismatch', LAZY,           'blocked',       'sts-no-host-matches',    'after the first message'],
  ['mismatch', IGNORING,       'opportunistic', 'sender-skips-mta-sts',   'the skipped host counts again'],
  ['testing',  UNKNOWN_SENDER, 'expected',      'sts-testing',            'testing binds nobody'],
  ['testing',  IGNORING,       'expected',      'sender-skips-mta-sts',   'never less than for the same host under enforce'],
  ['testing',  MUTE,           'opportunistic', 'sender-skips-mta-sts',   'never more than for the same host under enforce'],
  ['absent',   UNKNOWN_SENDER, 'opportunistic', 'nothing-requires',       'no policy, no difference'],
  ['absent',   LAZY,           'opportunistic', 'nothing-requires',       'no policy, no difference'],
  ['absent',   INSISTING,      'expected',      'sender-requires-tls',    'requires TLS of everybody'],
  ['absent',   INSIDE,         'expected',      'stays-inside',           'inferred'],
  ['mismatch', INSIDE,         'expected',      'stays-inside',           'policies bind the way between servers'],
];

const POLICIES = {
  enforce: read('enforce', mx),
  testing: read('testing', mx),
  mismatch: read('enforce', 'elsewhere.example'),
  absent: NO_STS,
};

describe('senders', () => {
  it.each(CASES)('%s for %j: %s, %s (%s)', (...[sts, sender, expected, first]) => {
    const { level, conditional, reasons } = decide(domain([host(mx)], POLICIES[sts]), sender, NOW);
    expect([conditional ? `(${level})` : level, reasons[0]?.code]).toEqual([expected, first]);
  });

  it('says who the verdict is for', () => {
    const evidence = domain([host(mx)]);
    const senders = [CHECKING, UNKNOWN_SENDER, LAZY].map((sender) => decide(evidence, sender, NOW).sender);
    expect(senders).toEqual([null, 'unknown', 'postbox']);
  });

  it('adds what a blocked verdict depends on', () => {
    const evidence = domain([host(mx)], POLICIES.mismatch);
    const codes = decide(evidence, UNKNOWN_SENDER, NOW).reasons.map((reason) => reason.code);
    expect(codes).toContain('sender-unknown');
  });

  it('does not let an inference hide that a domain takes no mail', () => {
    expect(decide(mxOnly({ kind: 'null-mx' }), INSIDE, NOW).level).toBe('undeliverable');
  });

  it.each<[Level, Level]>([
    ['plaintext', 'blocked'],
    ['opportunistic', 'expected'],
    ['unknown', 'unknown'],
    ['undeliverable', 'undeliverable'],
  ])('that require TLS always make %s %s', (level, expected) => {
    const ruling = plainRuling(level);
    expect(applySender(ruling, senderProfile(INSISTING)).level).toBe(expected);
  });
});

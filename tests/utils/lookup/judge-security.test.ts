/** Our own validation, the resolver's word, and what to make of both. */
import { describe, expect, it } from 'vitest';
import type { ChainReason, ChainStep, Security, Validation } from '@/utils/dnssec/security';
import { judgeSecurity } from '@/utils/lookup/judge-security';
import { answered } from '../../fixtures/dns-outcome';

const HOUR = 3_600_000;
const AT = Date.UTC(2026, 0, 15, 12);
const ANCHORED: ChainStep = { zone: '.', result: 'secure', because: 'anchored' };

function validation(security: Security, because: ChainReason, root = ANCHORED): Validation {
  return { security, chain: [root, { zone: 'a.example', result: security, because }], ttl: 300 };
}

function judge(
  validated: Validation,
  more: { readonly authenticData?: boolean; readonly refused?: boolean; readonly servedAt?: number } = {},
): string {
  const { authenticData = true, refused = false, servedAt } = more;
  const outcome = answered({ authenticData });
  if (outcome.status === 'failed') throw new Error('was answered');
  const timed = { ...outcome, at: AT, ...(servedAt !== undefined && { servedAt }) };
  const { state, by, confirmed } = judgeSecurity(timed, validated, refused);
  return `${state} by ${by}${confirmed ? ', confirmed' : ''}`;
}

const stripped: ChainStep = { zone: '.', result: 'indeterminate', because: 'signatures-stripped' };
const otherRoot: ChainStep = { zone: '.', result: 'bogus', because: 'no-matching-key' };
const ofRoot = (root: ChainStep): Validation => ({ security: root.result, chain: [root], ttl: 0 });

// prettier-ignore
const CASES: readonly (readonly [validated: Validation, more: Parameters<typeof judge>[1], judged: string, why: string])[] = [
  [validation('secure', 'signed'),              {},                       'secure by local',           'both agree'],
  [validation('secure', 'signed'),              { authenticData: false }, 'secure by local',           'the resolver does not validate'],
  [validation('secure', 'signed'),              { refused: true },        'secure by local',           'the resolver refuses what is sound'],
  [validation('insecure', 'unsigned-delegation'), {},                     'insecure by local',         'the resolver claims too much'],
  [validation('bogus', 'bad-signature'),        { refused: true },        'bogus by local, confirmed', 'both refuse it'],
  [validation('bogus', 'bad-signature'),        {},                       'bogus by local',            'forged, with the AD bit set'],
  [validation('bogus', 'missing-signature'),    {},                       'bogus by local',            'stripped, with the AD bit set'],
  [validation('bogus', 'bad-signature'),        { authenticData: false }, 'bogus by local',            'a resolver that does not validate proves nothing'],
  [validation('bogus', 'expired'),              { refused: true },        'bogus by local, confirmed', 'out of date by two clocks'],
  [validation('bogus', 'expired'),              {},                       'secure by resolver',        'by ours alone: it may be wrong'],
  [validation('bogus', 'not-yet-valid'),        {},                       'secure by resolver',        'the same'],
  [validation('bogus', 'expired'),              { servedAt: AT + HOUR },  'bogus by local',            'ours is right within an hour'],
  [validation('bogus', 'expired'),              { servedAt: AT + HOUR + 1 }, 'secure by resolver',     'ours is wrong'],
  [validation('bogus', 'expired'),              { servedAt: AT - HOUR - 1 }, 'secure by resolver',     'in either direction'],
  [validation('indeterminate', 'no-answer'),    {},                       'secure by resolver',        'its word is all there is'],
  [validation('indeterminate', 'no-answer'),    { authenticData: false }, 'insecure by resolver',      'the same'],
  [ofRoot(stripped),                            {},                       'secure by resolver',        'signatures are stripped even at the root'],
  [ofRoot(otherRoot),                           {},                       'secure by resolver',        'another root than ours: nobody’s fault'],
  [ofRoot(otherRoot),                           { refused: true },        'secure by resolver',        'the same'],
];

describe('judgeSecurity', () => {
  it.each(CASES)('%j, %j: %s (%s)', (...[validated, more, judged]) => {
    expect(judge(validated, more)).toBe(judged);
  });
});

import { expect, it } from 'vitest';
import { worthAskingAgain } from '@/entrypoints/background/worth-asking-again';
import type { Level } from '@/utils/verdict/level';
import { reason, type Reason } from '@/utils/verdict/reason';
import type { Verdict } from '@/utils/verdict/verdict';

const outage = reason('mx-lookup-failed', { failure: 'network', status: null, extendedErrors: [] });

it.each<[Level, Reason, number | null, string]>([
  ['unknown', outage, 30_000, 'an outage passes'],
  ['unknown', reason('sts-lookup-failed', { failure: 'timeout' }), 30_000, 'so does a slow name server'],
  ['unknown', reason('address-lookup-failed', { hosts: ['mx.a.test'] }), 30_000, 'of a mail server too'],
  ['unknown', reason('sts-unread', {}), null, 'waiting reads no policy'],
  ['unknown', reason('special-use-name', { domain: 'a.local' }), null, 'never looked up'],
  ['opportunistic', outage, null, 'something is known'],
])('%s because of %o: %s ms (%s)', (level, why, expected) => {
  expect(worthAskingAgain(verdict(level, why), 1_000)).toBe(expected);
});

it('never asks for the past', () => {
  expect(worthAskingAgain(verdict('unknown', outage), 99_000)).toBe(0);
});

function verdict(level: Level, why: Reason): Verdict {
  return {
    domain: 'a.test',
    level,
    conditional: false,
    mechanism: null,
    reasons: [why],
    hosts: [],
    mtaSts: { status: 'unknown', id: null, mx: [], maxAge: null, expiresAt: null },
    dnssec: { mx: 'unknown', by: null },
    tlsRpt: null,
    sender: null,
    resolver: null,
    checkedAt: 0,
    validUntil: 31_000,
  };
}

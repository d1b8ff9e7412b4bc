import { describe, expect, it } from 'vitest';
import { carryFailures } from '@/utils/lookup/carry-failures';
import type { DaneEvidence } from '@/utils/verdict/evidence';
import { NOW, NO_TLSA, TLSA_FAILED, daneHost, domain } from '../verdict/sample-evidence';

const failed = (at: number, since = at): DaneEvidence => ({ ...TLSA_FAILED, at, since }) as DaneEvidence;

function since(now: DaneEvidence, before: DaneEvidence | null, name = 'mx.example'): number | null {
  const last = before === null ? null : domain([daneHost('mx.example', before)]);
  const [host] = carryFailures([daneHost(name, now)], last);
  return host?.dane.kind === 'failed' ? host.dane.since : null;
}

describe('carryFailures', () => {
  it.each([
    [failed(NOW), null, NOW, 'nothing is remembered'],
    [failed(NOW), NO_TLSA, NOW, 'the last time it did not fail'],
    [failed(NOW), failed(NOW - 5), NOW - 5, 'it failed then, too'],
    [failed(NOW), failed(NOW - 5, NOW - 9), NOW - 9, 'and before that'],
    [failed(NOW), failed(NOW + 5), NOW, 'from the future: the clock was turned back'],
    [NO_TLSA, failed(NOW - 5), null, 'it fails no longer'],
  ] as const)('%j after %j: since %s (%s)', (...[now, before, expected]) => {
    expect(since(now, before)).toBe(expected);
  });

  it('does not take one host for another', () => {
    expect(since(failed(NOW), failed(NOW - 5), 'other.example')).toBe(NOW);
  });
});

import { describe, expect, it } from 'vitest';
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import { readAddresses } from '@/utils/lookup/read-addresses';
import type { Answer } from './fake-internet';
import { START, makeInternet } from './fake-internet';

const HOST = 'mx.example';

async function outcome(type: RrTypeName, answer: Answer): Promise<DnsOutcome> {
  const { effects } = makeInternet({ [`${type} ${HOST}`]: answer });
  return effects.query(HOST, type, new AbortController().signal);
}

const V4 = { records: ['192.0.2.1'], authentic: true };
const V6 = { records: ['2001:db8::1'], authentic: true };
const NONE = { exists: true, authentic: true };
const GONE = { authentic: true };
const FAILED = { fails: { code: 'servfail' } } as const;
const FILTERED = { withoutSoa: true };

// prettier-ignore
const CASES: readonly (readonly [a: Answer, aaaa: Answer, kind: string, why: string])[] = [
  [V4,     V6,       'found',  'both'],
  [V4,     NONE,     'found',  'one is enough'],
  [NONE,   V6,       'found',  'the other is enough too'],
  [V4,     FAILED,   'found',  'a failure beside an address does no harm'],
  [NONE,   NONE,     'none',   'both say so'],
  [GONE,   GONE,     'none',   'the name does not exist'],
  [NONE,   FAILED,   'failed', 'the other side is not known'],
  [FAILED, FAILED,   'failed', 'nothing is known'],
  [FILTERED, NONE,   'failed', 'the resolver made "does not exist" up (NXDOMAIN without SOA)'],
];

describe('readAddresses', () => {
  it.each(CASES)('A %j, AAAA %j: %s (%s)', async (...[a, aaaa, kind]) => {
    const { value } = readAddresses(HOST, await outcome('A', a), await outcome('AAAA', aaaa));
    expect(value.kind).toBe(kind);
  });

  it('is authentic if every answer it rests on is', async () => {
    const authentic = async (a: Answer, aaaa: Answer): Promise<unknown> => {
      const { value } = readAddresses(HOST, await outcome('A', a), await outcome('AAAA', aaaa));
      return 'authenticData' in value ? value.authenticData : null;
    };
    expect(await authentic(V4, V6)).toBe(true);
    expect(await authentic(V4, { exists: true })).toBe(true);
    expect(await authentic(V4, { ...V6, authentic: false })).toBe(false);
    expect(await authentic(NONE, { exists: true })).toBe(false);
  });

  it('holds as long as the shorter-lived side', async () => {
    const a = await outcome('A', { ...V4, ttl: 900 });
    const { until } = readAddresses(HOST, a, await outcome('AAAA', { exists: true, ttl: 60 }));
    expect(until).toBe(START + 60_000);
  });
});

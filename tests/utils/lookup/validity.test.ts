/** Until when a look-up holds. */
import { describe, expect, it } from 'vitest';
import { makeLookUp } from '@/utils/lookup/look-up';
import type { Answer, PolicyFile } from './fake-internet';
import { makeInternet } from './fake-internet';

const POLICY = 'version: STSv1\nmode: enforce\nmx: mx.a.example\nmax_age: 604800\n';
const ZONE: Record<string, Answer> = {
  'MX a.example': { records: ['10 mx.a.example'], ttl: 600 },
  'A mx.a.example': { exists: true, ttl: 400 },
  'AAAA mx.a.example': { records: ['2001:db8::1'], ttl: 900 },
  'TXT _mta-sts.a.example': { records: ['v=STSv1; id=1'], ttl: 500 },
};

describe('validUntil', () => {
  const holds = async (
    zone: Record<string, Answer>,
    files: Record<string, PolicyFile> = {},
  ): Promise<number> => {
    const { effects, clock } = makeInternet(zone, files);
    const found = await clock.runUntil(makeLookUp(effects, { deadlineMs: 5000 })('a.example'));
    return (found.validUntil - found.gatheredAt) / 1000;
  };

  it('is the smallest TTL of what was used, negative answers included (RFC 2308 §5)', async () => {
    expect(await holds(ZONE, { 'a.example': { text: POLICY } })).toBe(400);
  });

  it('is at least ten seconds', async () => {
    expect(await holds({ ...ZONE, 'MX a.example': { records: ['10 mx.a.example'], ttl: 0 } })).toBe(10);
    expect(await holds({ ...ZONE, 'A mx.a.example': { exists: true, withoutSoa: true } })).toBe(10);
  });

  it('is at most a day', async () => {
    const long = Object.fromEntries(
      Object.entries(ZONE).map(([key, answer]) => [key, { ...answer, ttl: 604_800 }]),
    );
    const address = { 'A mx.a.example': { records: ['192.0.2.1'], ttl: 604_800 } };
    expect(await holds({ ...long, ...address }, { 'a.example': { text: POLICY } })).toBe(86_400);
  });

  it('is short after a failure, shortest after one of our own', async () => {
    expect(await holds({ ...ZONE, 'MX a.example': { fails: { code: 'servfail' } } })).toBe(120);
    expect(await holds({ ...ZONE, 'MX a.example': { fails: { code: 'network' } } })).toBe(30);
  });

  it('ends when a failing GET may be tried again (RFC 8461 §3.3)', async () => {
    expect(await holds(ZONE)).toBe(300);
    expect(await holds(ZONE, { 'a.example': { text: 'nonsense' } })).toBe(300);
  });

  it('ends when the policy does', async () => {
    const text = POLICY.replace('604800', '60');
    expect(await holds(ZONE, { 'a.example': { text } })).toBe(60);
  });
});

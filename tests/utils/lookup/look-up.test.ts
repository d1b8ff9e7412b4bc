import { describe, expect, it } from 'vitest';
import type { LookupEffects } from '@/utils/lookup/effects';
import { makeLookUp } from '@/utils/lookup/look-up';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { Answer, FakeInternet } from './fake-internet';
import { RESOLVER, START, makeInternet } from './fake-internet';

const POLICY = 'version: STSv1\nmode: enforce\nmx: mx.a.example\nmax_age: 604800\n';
const DEADLINE = 5000;
/** "No Reachable Authority" (RFC 8914 §4.23). */
const EDE_22 = [{ code: 22, text: '' }];

const ZONE: Record<string, Answer> = {
  'MX a.example': { records: ['10 mx.a.example'], ttl: 600 },
  'A mx.a.example': { records: ['192.0.2.1'], ttl: 900 },
  'AAAA mx.a.example': { exists: true, ttl: 400 },
  'TXT _mta-sts.a.example': { records: ['v=STSv1; id=1'], ttl: 500 },
};

function lookUp(
  internet: FakeInternet,
  domain = 'a.example',
  effects?: Partial<LookupEffects>,
): Promise<LookedUp> {
  const ask = makeLookUp({ ...internet.effects, ...effects }, { deadlineMs: DEADLINE });
  return internet.clock.runUntil(ask(domain));
}

describe('makeLookUp', () => {
  it('gathers MX, addresses, record and policy', async () => {
    const internet = makeInternet(ZONE, { 'a.example': { text: POLICY } });
    const found = await lookUp(internet);
    expect(found.mx.reading).toEqual({
      kind: 'hosts',
      hosts: [{ name: 'mx.a.example', preference: 10 }],
      unusable: [],
    });
    expect(found.hosts[0]?.address).toMatchObject({ kind: 'found', addresses: ['192.0.2.1'] });
    expect(found.mtaSts.policy).toMatchObject({
      kind: 'read',
      cached: { id: '1', policy: { mode: 'enforce' } },
    });
    expect(found).toMatchObject({
      kind: 'domain',
      domain: 'a.example',
      resolver: RESOLVER,
      gatheredAt: START,
    });
  });

  it('asks as much at once as it can: three steps, not six', async () => {
    const slow = Object.fromEntries(
      Object.entries(ZONE).map(([key, answer]) => [key, { ...answer, delay: 100 }]),
    );
    const internet = makeInternet(slow, { 'a.example': { text: POLICY, delay: 100 } });
    await lookUp(internet);
    expect(internet.clock.now() - START).toBe(200);
    expect(internet.questions.slice(0, 2)).toEqual(['MX a.example', 'TXT _mta-sts.a.example']);
  });

  it('looks at the domain itself where there is no MX (RFC 5321 §5.1)', async () => {
    const internet = makeInternet({
      'MX b.example': { exists: true },
      'A b.example': { records: ['192.0.2.2'] },
      'AAAA b.example': { records: ['2001:db8::2'] },
    });
    const { hosts } = await lookUp(internet, 'b.example');
    expect(hosts).toMatchObject([{ name: 'b.example', preference: 0, address: { kind: 'found' } }]);
  });

  it.each([
    ['null MX', { records: ['0 .'] }, 'null-mx'],
    ['NXDOMAIN', {}, 'no-such-domain'],
    ['NXDOMAIN without SOA', { withoutSoa: true }, 'filtered'],
    ['a time-out', { fails: { code: 'timeout' } }, 'failed'],
    ['SERVFAIL for want of an authority', { fails: { code: 'servfail', extendedErrors: EDE_22 } }, 'failed'],
  ] as const)('asks for no address after %s', async (...[, answer, kind]) => {
    const internet = makeInternet({ 'MX c.example': answer });
    const found = await lookUp(internet, 'c.example');
    expect(found.mx.reading.kind).toBe(kind);
    expect(internet.questions).toEqual(['MX c.example', 'TXT _mta-sts.c.example']);
  });

  it('asks after a SERVFAIL once more without checking, and for no address', async () => {
    const internet = makeInternet({ 'MX c.example': { fails: { code: 'servfail' } } });
    const found = await lookUp(internet, 'c.example');
    expect(found.mx.reading.kind).toBe('failed');
    expect(internet.questions).toEqual(['MX c.example', 'TXT _mta-sts.c.example', 'CD MX c.example']);
  });

  it('looks at twenty hosts at most and names the rest', async () => {
    const records = Array.from({ length: 25 }, (_, index) => `${10 + index} mx${index}.d.example`);
    const internet = makeInternet({ 'MX d.example': { records } });
    const { hosts } = await lookUp(internet, 'd.example');
    expect(hosts).toHaveLength(25);
    expect(hosts.filter(({ address }) => address.kind === 'not-asked')).toHaveLength(5);
    expect(internet.questions.filter((question) => /^A+ /.test(question))).toHaveLength(40);
  });

  it('is one flight for all who ask for the same domain, and a new one afterwards', async () => {
    const internet = makeInternet(ZONE);
    const ask = makeLookUp(internet.effects, { deadlineMs: DEADLINE });
    const [first, second] = await internet.clock.runUntil(Promise.all([ask('a.example'), ask('a.example')]));
    expect(first).toBe(second);
    expect(internet.questions.filter((question) => question === 'MX a.example')).toHaveLength(1);
    await internet.clock.runUntil(ask('a.example'));
    expect(internet.questions.filter((question) => question === 'MX a.example')).toHaveLength(2);
  });

  it('reads no policy that it may not read', async () => {
    const internet = makeInternet(ZONE, { 'a.example': { text: POLICY } });
    const { mtaSts } = await lookUp(internet, 'a.example', { fetchPolicy: null });
    expect(mtaSts.policy).toEqual({ kind: 'unread' });
    expect(internet.fetches).toEqual([]);
  });

  it('calls its timer off', async () => {
    const internet = makeInternet(ZONE);
    await lookUp(internet);
    expect(internet.clock.pending()).toBe(0);
  });
});

describe('the deadline', () => {
  it.each([
    ['MX a.example', (found: LookedUp) => found.mx.reading],
    ['TXT _mta-sts.a.example', (found: LookedUp) => found.mtaSts.record.reading],
    ['A mx.a.example', (found: LookedUp) => found.hosts[0]?.address],
  ] as const)('turns a stalled %s into a timeout', async (key, part) => {
    const internet = makeInternet({
      ...ZONE,
      'AAAA mx.a.example': { exists: true },
      [key]: { delay: 60_000 },
    });
    const found = await lookUp(internet);
    expect(part(found)).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } });
    expect(internet.clock.now() - START).toBe(DEADLINE);
  });

  it('turns a stalled policy host into an unreachable policy, remembered as a failing GET', async () => {
    const internet = makeInternet(ZONE, { 'a.example': { delay: 60_000 } });
    const { mtaSts } = await lookUp(internet);
    expect(mtaSts.policy).toMatchObject({ kind: 'unreachable', failure: 'timeout', at: START + DEADLINE });
    expect(internet.memory.get('a.example')?.failure).toMatchObject({ id: '1', at: START + DEADLINE });
  });

  it('does not wait for a memory that answers never', async () => {
    const internet = makeInternet(ZONE, { 'a.example': { text: POLICY } });
    const never = (): Promise<never> => new Promise<never>(() => undefined);
    const found = await lookUp(internet, 'a.example', { recallPolicy: never });
    expect([found.hosts[0]?.address.kind, found.mtaSts.policy.kind]).toEqual(['found', 'unread']);
    const kept = await lookUp(internet, 'a.example', { rememberPolicy: never });
    expect(kept.mtaSts.policy.kind).toBe('read');
  });
});

describe('edges that break their word', () => {
  const reject = (): Promise<never> => Promise.reject(new Error('broken'));

  it('a resolver that rejects is a failed network', async () => {
    const found = await lookUp(makeInternet(ZONE), 'a.example', { query: reject });
    expect(found.mx.reading).toEqual({ kind: 'failed', failure: { code: 'network' } });
  });

  it('a policy host that rejects is unreachable', async () => {
    const { mtaSts } = await lookUp(makeInternet(ZONE), 'a.example', { fetchPolicy: reject });
    expect(mtaSts.policy).toMatchObject({ kind: 'unreachable', failure: 'unreachable' });
  });

  it('a memory that rejects is empty', async () => {
    const internet = makeInternet(ZONE, { 'a.example': { text: POLICY } });
    const { mtaSts } = await lookUp(internet, 'a.example', { recallPolicy: reject, rememberPolicy: reject });
    expect(mtaSts.policy.kind).toBe('read');
  });
});

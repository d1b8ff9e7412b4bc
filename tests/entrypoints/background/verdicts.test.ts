import { describe, expect, it, vi } from 'vitest';
import { answer, answerAnew, type Means } from '@/entrypoints/background/verdicts';
import { makeMemoryCache } from '@/utils/cache/memory-cache';
import type { LookedUp } from '@/utils/verdict/evidence';
import { UNSIGNED, domain, host, read, sts } from '../../utils/verdict/sample-evidence';

const RESOLVER = 'https://dns.example/dns-query';
const WINDOW = { tab: 7, frame: 0, compose: 'c' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Evidence of an ordinary domain, gathered so long ago, holding for an hour. */
function evidence(age: number, change: Partial<LookedUp> = {}): LookedUp {
  const gatheredAt = Date.now() - age;
  const plain = domain([host('mx.recipient.example')]);
  return { ...plain, resolver: RESOLVER, gatheredAt, validUntil: gatheredAt + HOUR, ...change };
}

async function setUp(o: { cached?: LookedUp; found?: LookedUp; readsPolicies?: boolean; admits?: boolean }) {
  const cache = makeMemoryCache({ now: () => Date.now() });
  if (o.cached) await cache.putEvidence(o.cached);
  const lookUp = vi.fn(() => Promise.resolve(o.found ?? evidence(0)));
  const admits = vi.fn(() => Promise.resolve(o.admits ?? true));
  const means: Means = {
    resolver: RESOLVER,
    cache,
    lookUp,
    readsPolicies: o.readsPolicies ?? false,
    limit: { admits, forgetTab: () => Promise.resolve() },
  };
  return { means, lookUp, admits };
}

const WRITING = { webmail: 'roundcube', from: null, chosen: null };
const ask = (name: string) => ({ domain: name, writing: WRITING, window: WINDOW });
const QUESTION = ask('recipient.example');

describe('a question', () => {
  it('is looked up where nothing is known', async () => {
    const { means, lookUp } = await setUp({});
    const { verdict, refresh, limited } = await answer(QUESTION, means);
    expect(verdict.level).toBe('opportunistic');
    expect([refresh, limited]).toEqual([null, false]);
    expect(lookUp).toHaveBeenCalledTimes(1);
  });

  it('is answered from the cache while that holds, and does not count as new', async () => {
    const { means, lookUp, admits } = await setUp({ cached: evidence(HOUR / 2) });
    const { verdict, refresh } = await answer(QUESTION, means);
    expect([verdict.level, refresh]).toEqual(['opportunistic', null]);
    expect(lookUp).not.toHaveBeenCalled();
    expect(admits).not.toHaveBeenCalled();
  });

  it('is answered from the cache at once although it is due, and renewed', async () => {
    const { means, lookUp } = await setUp({ cached: evidence(2 * HOUR) });
    const { verdict, refresh } = await answer(QUESTION, means);
    expect(verdict.level).toBe('opportunistic');
    await refresh;
    expect(lookUp).toHaveBeenCalledTimes(1);
  });

  it.each([
    [true, 1, 'may be read now'],
    [false, 0, 'may still not be read'],
  ])('is renewed for a policy left unread: %s, %d times (it %s)', async (readsPolicies, times) => {
    const unread = sts({ kind: 'found', id: 'a1', lowConfidence: false }, { kind: 'unread' });
    const cached = evidence(HOUR / 2, { mtaSts: unread });
    const { means, lookUp } = await setUp({ cached, readsPolicies });
    const { verdict } = await answer(QUESTION, means);
    expect(verdict.level).toBe('unknown');
    expect(lookUp).toHaveBeenCalledTimes(times);
  });

  it('beyond the limit of the compose window is not looked up, and says so', async () => {
    const { means, lookUp } = await setUp({ admits: false });
    const { verdict, limited } = await answer(QUESTION, means);
    expect(limited).toBe(true);
    expect(verdict).toMatchObject({
      level: 'unknown',
      reasons: [{ code: 'not-looked-up', params: { limit: 'compose' } }],
    });
    expect(lookUp).not.toHaveBeenCalled();
  });

  it('beyond the limit of queries says that, not that the domain is at fault', async () => {
    const failed = { kind: 'failed', failure: { code: 'rate-limited' } } as const;
    const found = evidence(0, {
      mx: { reading: failed, expanded: null, authenticData: null, ttl: 0, security: UNSIGNED },
      hosts: [],
    });
    const { means } = await setUp({ found });
    const { verdict, limited } = await answer(QUESTION, means);
    expect([verdict.reasons[0], limited]).toEqual([
      { code: 'not-looked-up', params: { limit: 'rate' } },
      true,
    ]);
  });

  it.each([
    ['[192.0.2.1]', 'opportunistic', 'an address literal'],
    ['printer.local', 'unknown', 'a name of private networks'],
    ['127.1', 'unknown', 'no domain at all'],
    ['a@b.example', 'unknown', 'a page that sends more than a domain'],
  ])('about %s is answered %s without asking anybody (%s)', async (name, level) => {
    const { means, lookUp, admits } = await setUp({});
    expect((await answer(ask(name), means)).verdict.level).toBe(level);
    expect(lookUp).not.toHaveBeenCalled();
    expect(admits).not.toHaveBeenCalled();
  });
});

describe('an answer', () => {
  const enforced = (age: number) => evidence(age, { mtaSts: read('enforce', 'mx.recipient.example') });

  it('tells of a fall from enforced, and how the level changed', async () => {
    const { means } = await setUp({ cached: enforced(20 * DAY) });
    await means.cache.putEvidence(evidence(HOUR / 2));
    const { verdict, history } = await answer(QUESTION, means);
    expect(history.map(({ level }) => level)).toEqual(['enforced', 'opportunistic']);
    expect(verdict.level).toBe('opportunistic');
    expect(verdict.reasons.map(({ code }) => code)).toContain('was-enforced');
  });

  it.each([
    ['posteo.de', null, 'posteo', 'the writer’s own domain'],
    [null, 'posteo', 'posteo', 'the choice in the settings'],
    ['gmx.de', 'posteo', 'unknown', 'they contradict each other'],
    [null, null, 'unknown', 'nothing is known'],
  ])('from %s, chosen %s, is for the sender %s (%s)', async (...[from, chosen, sender]) => {
    const { means } = await setUp({});
    const writing = { webmail: 'roundcube', from, chosen };
    expect((await answer({ ...QUESTION, writing }, means)).verdict.sender).toBe(sender);
  });

  it('knows that mail to the writer’s own domain need not leave it', async () => {
    const { means } = await setUp({});
    const writing = { ...WRITING, from: 'recipient.example' };
    expect((await answer({ ...QUESTION, writing }, means)).verdict).toMatchObject({
      level: 'expected',
      reasons: [{ code: 'stays-inside' }],
    });
  });
});

describe('a click to look again', () => {
  it('looks again although the cache holds', async () => {
    const { means, lookUp, admits } = await setUp({ cached: evidence(HOUR / 2) });
    expect((await answerAnew(QUESTION, means)).verdict.level).toBe('opportunistic');
    expect(lookUp).toHaveBeenCalledTimes(1);
    expect(admits).not.toHaveBeenCalled();
  });

  it('asks nobody about what is no domain', async () => {
    const { means, lookUp } = await setUp({});
    expect((await answerAnew(ask('[192.0.2.1]'), means)).verdict.level).toBe('opportunistic');
    expect(lookUp).not.toHaveBeenCalled();
  });
});

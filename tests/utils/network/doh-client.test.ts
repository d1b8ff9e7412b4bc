import { describe, expect, it } from 'vitest';
import { decodeMessage } from '@/utils/dns/decode-message';
import type { DnsFailure, DnsOutcome } from '@/utils/dns/outcome';
import type { QueryDns } from '@/utils/lookup/effects';
import { makeDohClient, type DohClientOptions } from '@/utils/network/doh-client';
import { buildMessage, extendedError, mx, opt, soa, type BuiltMessage } from '../dns/build-message';
import { fakeNetwork, handClock, never, settle, type Behaviour, type FakeReply } from './fake-fetch';

const FIRST = 'https://first.test/dns-query';
const SECOND = 'https://second.test/dns-query';
const question = { name: 'example.org', type: 'MX' } as const;

const reply = (message: BuiltMessage, more: Partial<FakeReply> = {}): FakeReply => ({
  headers: { 'content-type': 'application/dns-message' },
  body: [buildMessage({ question, ...message })],
  ...more,
});
const good = reply({
  answers: [mx('example.org', 10, 'mx.example.org', 300)],
  authorities: [soa('org', 60, 90)],
});
const servfail = reply({ rcode: 2, additionals: [opt(extendedError(6, 'bogus'))] });

function client(behave: (url: string) => Behaviour, options: Partial<DohClientOptions> = {}) {
  const network = fakeNetwork(behave);
  const clock = handClock();
  const query: QueryDns = makeDohClient({
    fetch: network.fetch,
    resolvers: [FIRST],
    now: clock.now,
    after: clock.after,
    timeoutMs: 5000,
    ...options,
  });
  return { ...network, clock, query, ask: (signal = never) => query('example.org', 'MX', signal) };
}

function failure(outcome: DnsOutcome): DnsFailure {
  if (outcome.status !== 'failed') throw new Error('was answered');
  return outcome.failure;
}

describe('the request', () => {
  it('says no more than the question', async () => {
    const { ask, sent } = client(() => good);
    await ask();
    expect(sent).toHaveLength(1);
    const { url, init } = sent[0]!;
    expect({ ...init, signal: undefined }).toEqual({
      method: 'GET',
      headers: { accept: 'application/dns-message', 'accept-language': '*' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: undefined,
    });
    const [base, parameter] = url.split('?dns=');
    expect(base).toBe(FIRST);
    expect(parameter).toMatch(/^[A-Za-z0-9_-]+$/);
    const query = decodeMessage(new Uint8Array(Buffer.from(parameter ?? '', 'base64url')));
    expect(query).toMatchObject({
      ok: true,
      message: { id: 0, question: { name: 'example.org', type: 15 } },
    });
    expect(Buffer.from(parameter ?? '', 'base64url')).toHaveLength(128);
  });

  it.each([
    [undefined, false],
    [{ checkingDisabled: false }, false],
    [{ checkingDisabled: true }, true],
  ])('with %j: CD is %s (RFC 4035 §3.2.2)', async (how, checkingDisabled) => {
    const { query, sent } = client(() => good);
    await query('example.org', 'MX', never, how);
    const octets = Buffer.from(sent[0]?.url.split('?dns=')[1] ?? '', 'base64url');
    expect(decodeMessage(new Uint8Array(octets))).toMatchObject({ ok: true, message: { checkingDisabled } });
  });

  it('is the same octet for octet when asked again', async () => {
    const { ask, sent } = client(() => good);
    await ask();
    await ask();
    expect(sent[1]?.url).toBe(sent[0]?.url);
  });

  it('is not made for a text that is no name', async () => {
    const { query, sent } = client(() => good);
    const outcome = await query(`_mta-sts.${'a'.repeat(64)}.org`, 'TXT', never);
    expect(outcome).toEqual({
      status: 'failed',
      failure: { code: 'malformed' },
      resolver: FIRST,
      at: 1_000_000,
    });
    expect(sent).toHaveLength(0);
  });
});

describe('the answer', () => {
  it('comes with who gave it and when', async () => {
    const { ask } = client(() => good);
    expect(await ask()).toMatchObject({
      status: 'answered',
      resolver: FIRST,
      at: 1_000_000,
      message: { rcode: 0, answers: [{ ttl: 300, data: { type: 'MX', exchange: 'mx.example.org' } }] },
    });
  });

  it.each([
    [
      'Tue, 24 Nov 2026 12:00:00 GMT',
      Date.UTC(2026, 10, 24, 12),
      'the resolver’s own clock (RFC 9110 §5.6.7)',
    ],
    ['Tuesday, 24-Nov-26 12:00:00 GMT', undefined, 'a form nobody sends any more'],
    ['Tue, 99 Nov 2026 12:00:00 GMT', undefined, 'no moment'],
    ['soon', undefined, 'no date'],
  ] as const)('with Date %s is dated %s: %s', async (...[date, servedAt]) => {
    const headers = { 'content-type': 'application/dns-message', date };
    const outcome = await client(() => ({ ...good, headers })).ask();
    expect(outcome.status === 'answered' ? outcome.servedAt : null).toBe(servedAt);
  });

  it('may be NXDOMAIN', async () => {
    const { ask } = client(() => reply({ rcode: 3, authorities: [soa('org', 60)] }));
    expect(await ask()).toMatchObject({ status: 'answered', message: { rcode: 3 } });
  });

  const accepted: [why: string, reply: FakeReply][] = [
    [
      'name in other case',
      { ...good, body: [buildMessage({ question: { name: 'EXAMPLE.org', type: 'MX' } })] },
    ],
    ['octet by octet', { ...good, body: Array.from(good.body![0]!, (octet) => Uint8Array.of(octet)) }],
    ['media type with a parameter', { ...good, headers: { 'content-type': 'Application/DNS-Message; x=y' } }],
    ['any 2xx', { ...good, status: 203 }],
  ];
  it.each(accepted)('is taken: %s', async (_, behaviour) => {
    expect(await client(() => behaviour).ask()).toMatchObject({ status: 'answered' });
  });

  const malformed: [why: string, reply: FakeReply][] = [
    ['another name', reply({ question: { name: 'example.com', type: 'MX' } })],
    ['another type', reply({ question: { name: 'example.org', type: 'TXT' } })],
    ['no question', { ...good, body: [buildMessage({})] }],
    ['another id', reply({ id: 7 })],
    ['a query', reply({ flags: 0x0100 })],
    ['truncated', reply({ flags: 0x8380 })],
    ['SERVFAIL to another question', reply({ question: { name: 'example.com', type: 'MX' }, rcode: 2 })],
    ['no DNS message', { ...good, body: [new TextEncoder().encode('<html>')] }],
    ['nothing', { ...good, body: [] }],
    ['no body', { ...good, body: null }],
    ['JSON', { ...good, headers: { 'content-type': 'application/dns-json' } }],
    ['no media type', { ...good, headers: {} }],
    ['octets after the message', { ...good, body: [...good.body!, Uint8Array.of(0)] }],
  ];
  it.each(malformed)('is malformed: %s', async (_, behaviour) => {
    expect(failure(await client(() => behaviour).ask())).toEqual({ code: 'malformed' });
  });

  it('is not read beyond 65535 octets', async () => {
    const chunk = new Uint8Array(16384);
    const { ask, body } = client(() => ({ ...good, body: Array.from({ length: 1000 }, () => chunk) }));
    expect(failure(await ask())).toEqual({ code: 'malformed' });
    expect(body).toEqual({ read: 4, cancelled: 1 });
  });
});

describe('the Age header', () => {
  const cases: [age: string, answer: number, authority: number, why: string][] = [
    ['0', 300, 90, 'fresh'],
    ['100', 200, 0, 'never below 0'],
    ['100, 250', 200, 0, 'the first of several (RFC 9111 §5.1)'],
    ['-5', 300, 90, 'no number'],
    ['1e2', 300, 90, 'no number either'],
    ['99999999999999999999', 0, 0, 'older than the hills'],
  ];
  it.each(cases)('%s leaves TTLs %i and %i: %s', async (age, answer, authority) => {
    const { ask } = client(() => ({ ...good, headers: { 'content-type': 'application/dns-message', age } }));
    expect(await ask()).toMatchObject({
      message: { answers: [{ ttl: answer }], authorities: [{ ttl: authority }] },
    });
  });
});

describe('failures are outcomes', () => {
  const cases: [why: string, behaviour: Behaviour, failure: DnsFailure][] = [
    ['no network', new TypeError('fetch failed'), { code: 'network' }],
    ['network breaks in the body', { ...good, body: [], breaks: true }, { code: 'network' }],
    ['HTTP 429', { status: 429, headers: {} }, { code: 'http', status: 429 }],
    ['HTTP 304', { ...good, status: 304 }, { code: 'http', status: 304 }],
    ['HTTP 500 with a DNS message', { ...good, status: 500 }, { code: 'http', status: 500 }],
    ['SERVFAIL', servfail, { code: 'servfail', status: 2, extendedErrors: [{ code: 6, text: 'bogus' }] }],
    ['REFUSED', reply({ rcode: 5 }), { code: 'refused', status: 5, extendedErrors: [] }],
    [
      'FORMERR without question',
      { ...good, body: [buildMessage({ rcode: 1 })] },
      { code: 'refused', status: 1, extendedErrors: [] },
    ],
    [
      'BADVERS',
      reply({ additionals: [opt(undefined, 0x01000000)] }),
      { code: 'refused', status: 16, extendedErrors: [] },
    ],
  ];
  it.each(cases)('%s', async (_, behaviour, expected) => {
    const { ask, clock } = client(() => behaviour);
    expect(await ask()).toEqual({ status: 'failed', failure: expected, resolver: FIRST, at: 1_000_000 });
    expect(clock.waiting()).toBe(0);
  });

  it('a fetch that throws at once is a failure of the network', async () => {
    const { ask } = client(() => good, {
      fetch: () => {
        throw new TypeError('bad URL');
      },
    });
    expect(failure(await ask()).code).toBe('network');
  });

  it.each([
    ['no response', 'never'],
    ['a body that never ends', { ...good, body: [Uint8Array.of(0)], stalls: true }],
  ] satisfies [string, Behaviour][])('time runs out: %s', async (_, behaviour) => {
    const { ask, clock, sent } = client(() => behaviour);
    const outcome = ask();
    await settle();
    clock.pass(4999);
    await settle();
    expect(sent[0]?.init.signal.aborted).toBe(false);
    clock.pass(1);
    expect(failure(await outcome)).toEqual({ code: 'timeout' });
    expect(sent[0]?.init.signal.aborted).toBe(true);
  });

  it('time runs out even where fetch minds no signal', async () => {
    const { ask, clock } = client(() => good, { fetch: () => new Promise(() => undefined) });
    const outcome = ask();
    await settle();
    clock.pass(5000);
    expect(failure(await outcome)).toEqual({ code: 'timeout' });
  });

  it('the caller aborts', async () => {
    const controller = new AbortController();
    const { ask, clock, sent } = client(() => 'never', { resolvers: [FIRST, SECOND] });
    const outcome = ask(controller.signal);
    await settle();
    controller.abort();
    expect(failure(await outcome)).toEqual({ code: 'timeout' });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.init.signal.aborted).toBe(true);
    expect(clock.waiting()).toBe(0);
  });

  it('the caller had aborted before: nothing is sent', async () => {
    const { ask, sent } = client(() => good);
    expect(failure(await ask(AbortSignal.abort()))).toEqual({ code: 'timeout' });
    expect(sent).toHaveLength(0);
  });

  it('without any resolver there is no network', async () => {
    expect(await client(() => good, { resolvers: [] }).ask()).toMatchObject({
      failure: { code: 'network' },
      resolver: '',
    });
  });
});

describe('the next resolver', () => {
  const two = { resolvers: [FIRST, SECOND] };
  const hosts = (sent: readonly { url: string }[]): string[] => sent.map(({ url }) => new URL(url).host);

  it('is not asked while the first answers', async () => {
    const { ask, sent } = client(() => good, two);
    expect(await ask()).toMatchObject({ resolver: FIRST });
    expect(hosts(sent)).toEqual(['first.test']);
  });

  const failures: [why: string, behaviour: Behaviour][] = [
    ['unreachable', new TypeError('fetch failed')],
    ['HTTP 500', { status: 500 }],
    ['SERVFAIL', servfail],
    ['malformed', { ...good, body: [] }],
  ];
  it.each(failures)('is asked after: %s', async (_, behaviour) => {
    const { ask, sent } = client((url) => (url.startsWith(FIRST) ? behaviour : good), two);
    expect(await ask()).toMatchObject({ status: 'answered', resolver: SECOND });
    expect(hosts(sent)).toEqual(['first.test', 'second.test']);
  });

  it('gets a time of its own', async () => {
    const { ask, clock } = client(() => 'never', two);
    const outcome = ask();
    await settle();
    clock.pass(5000);
    await settle();
    clock.pass(4999);
    await settle();
    expect(clock.waiting()).toBe(1);
    clock.pass(1);
    expect(await outcome).toMatchObject({ resolver: SECOND, failure: { code: 'timeout' } });
  });

  it('is not there by default: one failure is the outcome', async () => {
    const { ask, sent } = client(() => servfail);
    expect(failure(await ask()).code).toBe('servfail');
    expect(hosts(sent)).toEqual(['first.test']);
  });

  it.each([
    ['both say SERVFAIL', servfail, servfail, 2],
    ['one says SERVFAIL', servfail, { status: 500 }, undefined],
    ['neither says anything of the domain', { status: 500 }, new TypeError('fetch failed'), undefined],
  ] satisfies [string, Behaviour, Behaviour, number | undefined][])(
    'that fails too is counted where both may tell of the domain: %s',
    async (...[, one, other, failing]) => {
      const outcome = await client((url) => (url.startsWith(FIRST) ? one : other), two).ask();
      expect(outcome.status === 'failed' ? outcome.failing : null).toBe(failing);
    },
  );

  it('that may not be asked does not hide why the first failed', async () => {
    const hasPermission = (url: string): Promise<boolean> => Promise.resolve(url === FIRST);
    const { ask, sent } = client(() => servfail, { ...two, hasPermission });
    expect(await ask()).toMatchObject({ resolver: FIRST, failure: { code: 'servfail' } });
    expect(hosts(sent)).toEqual(['first.test']);
  });
});

describe('permission and limit', () => {
  it.each([
    ['there is none', () => Promise.resolve(false)],
    ['asking fails', () => Promise.reject(new Error('no browser'))],
  ])('nothing is sent, and no token taken, when %s', async (_, hasPermission) => {
    let taken = 0;
    const takeToken = (): boolean => (taken += 1) > 0;
    const { ask, sent } = client(() => good, { hasPermission, takeToken });
    expect(failure(await ask())).toEqual({ code: 'no-permission' });
    expect([sent.length, taken]).toEqual([0, 0]);
  });

  it('asks for the very resolver', async () => {
    const asked: string[] = [];
    const hasPermission = (url: string): Promise<boolean> => Promise.resolve(asked.push(url) > 0);
    await client(() => good, { hasPermission }).ask();
    expect(asked).toEqual([FIRST]);
  });

  it('sends nothing if the caller aborts while permission is being asked', async () => {
    const controller = new AbortController();
    let allow = (): void => undefined;
    const permission = new Promise<boolean>((resolve) => {
      allow = () => {
        resolve(true);
      };
    });
    const { ask, sent } = client(() => good, { hasPermission: () => permission });
    const outcome = ask(controller.signal);
    controller.abort();
    allow();
    expect(failure(await outcome).code).toBe('timeout');
    await settle();
    expect(sent).toHaveLength(0);
  });

  it('takes a token for every request, and stops where there is none', async () => {
    let tokens = 3;
    const takeToken = (): boolean => (tokens -= 1) >= 0;
    const { ask, sent } = client(() => servfail, { resolvers: [FIRST, SECOND], takeToken });
    expect(failure(await ask()).code).toBe('servfail');
    expect(await ask()).toMatchObject({ resolver: FIRST, failure: { code: 'servfail' } });
    expect(failure(await ask())).toEqual({ code: 'rate-limited' });
    expect(sent).toHaveLength(3);
  });
});

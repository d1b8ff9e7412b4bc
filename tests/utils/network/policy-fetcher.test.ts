import { describe, expect, it } from 'vitest';
import type { FetchPolicy } from '@/utils/lookup/effects';
import { makePolicyFetcher, policyUrl, type PolicyFetcherOptions } from '@/utils/network/policy-fetcher';
import { fakeNetwork, handClock, never, settle, type Behaviour, type FakeReply } from './fake-fetch';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const policy = text('version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 604800\n');
const good: FakeReply = { headers: { 'content-type': 'text/plain' }, body: [policy] };

function fetcher(behaviour: Behaviour, options: Partial<PolicyFetcherOptions> = {}) {
  const network = fakeNetwork(() => behaviour);
  const clock = handClock();
  const fetchPolicy: FetchPolicy = makePolicyFetcher({
    fetch: network.fetch,
    now: clock.now,
    after: clock.after,
    timeoutMs: 10_000,
    ...options,
  });
  return { ...network, clock, get: (domain = 'example.org', signal = never) => fetchPolicy(domain, signal) };
}

const octets = (size: number): Uint8Array[] => {
  const chunks = Array.from({ length: Math.floor(size / 4096) }, () => new Uint8Array(4096));
  return [...chunks, new Uint8Array(size % 4096)];
};

describe('the request', () => {
  it('says nothing but where it goes', async () => {
    const { get, sent } = fetcher(good);
    expect(await get()).toEqual({ status: 'fetched', body: policy, at: 1_000_000 });
    expect(sent).toHaveLength(1);
    const { url, init } = sent[0]!;
    expect(url).toBe('https://mta-sts.example.org/.well-known/mta-sts.txt');
    expect({ ...init, signal: undefined }).toEqual({
      method: 'GET',
      headers: { 'accept-language': '*' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: undefined,
    });
  });

  const urls: [domain: string, url: string | null, why: string][] = [
    ['example.org', 'https://mta-sts.example.org/.well-known/mta-sts.txt', 'plain'],
    [
      'xn--mller-kva.example',
      'https://mta-sts.xn--mller-kva.example/.well-known/mta-sts.txt',
      'A-labels (RFC 8461 §3.3)',
    ],
    ['EXAMPLE.org.', 'https://mta-sts.example.org/.well-known/mta-sts.txt', 'lower case, no final dot'],
    ['example.org/x', null, 'a path'],
    ['example.org:8443', null, 'a port'],
    ['x@example.org', null, 'a user name'],
    ['example.org#', null, 'a fragment'],
    ['192.0.2.1', null, 'an address'],
    ['', null, 'nothing'],
    ['.', null, 'the root'],
    ['müller.example', null, 'U-labels'],
    [
      `${'a'.repeat(63)}.${'a'.repeat(63)}.${'a'.repeat(63)}.${'a'.repeat(60)}`,
      null,
      'too long for a policy host',
    ],
  ];
  it.each(urls)('%s goes to %s: %s', (domain, url) => {
    expect(policyUrl(domain)).toBe(url);
  });

  it('is not made to what is no host', async () => {
    const { get, sent } = fetcher(good);
    expect(await get('example.org/x')).toMatchObject({ status: 'failed', failure: { code: 'unreachable' } });
    expect(sent).toHaveLength(0);
  });
});

describe('the response', () => {
  const accepted: [why: string, reply: FakeReply, size: number][] = [
    ['in pieces', { ...good, body: [policy.subarray(0, 5), policy.subarray(5)] }, policy.length],
    ['without content', { ...good, body: null }, 0],
    ['with a charset', { ...good, headers: { 'content-type': 'text/plain; charset=utf-8' } }, policy.length],
    ['of 64 KiB', { ...good, body: octets(65_536) }, 65_536],
  ];
  it.each(accepted)('is taken %s', async (_, reply, size) => {
    const outcome = await fetcher(reply).get();
    expect(outcome.status === 'fetched' && outcome.body.length).toBe(size);
  });

  const refused: [why: string, behaviour: Behaviour, failure: object][] = [
    ['404', { ...good, status: 404 }, { code: 'status', httpStatus: 404 }],
    ['another 2xx (RFC 8461 §3.3)', { ...good, status: 206 }, { code: 'status', httpStatus: 206 }],
    ['304', { ...good, status: 304 }, { code: 'status', httpStatus: 304 }],
    [
      'HTML',
      { ...good, headers: { 'content-type': 'text/html' } },
      { code: 'media-type', mediaType: 'text/html' },
    ],
    ['no media type', { ...good, headers: {} }, { code: 'media-type' }],
    ['an octet more than 64 KiB', { ...good, body: octets(65_537) }, { code: 'too-large' }],
    ['no network, bad certificate or redirect', new TypeError('fetch failed'), { code: 'unreachable' }],
    ['a body that breaks off', { ...good, breaks: true }, { code: 'unreachable' }],
  ];
  it.each(refused)('is refused: %s', async (_, behaviour, failure) => {
    const { get, clock } = fetcher(behaviour);
    expect(await get()).toEqual({ status: 'failed', failure, at: 1_000_000 });
    expect(clock.waiting()).toBe(0);
  });

  it('is not read beyond its limit', async () => {
    const { get, body } = fetcher({
      ...good,
      body: Array.from({ length: 1000 }, () => new Uint8Array(16_384)),
    });
    expect(await get()).toMatchObject({ failure: { code: 'too-large' } });
    expect(body).toEqual({ read: 5, cancelled: 1 });
  });

  it('is not read at all when its status is wrong', async () => {
    const { get, body } = fetcher({ ...good, status: 404 });
    await get();
    expect(body).toEqual({ read: 0, cancelled: 1 });
  });

  it.each([
    ['does not come', 'never'],
    ['never ends', { ...good, stalls: true }],
  ] satisfies [string, Behaviour][])('%s in time', async (_, behaviour) => {
    const { get, clock, sent } = fetcher(behaviour);
    const outcome = get();
    await settle();
    clock.pass(10_000);
    expect(await outcome).toEqual({ status: 'failed', failure: { code: 'timeout' }, at: 1_010_000 });
    expect(sent[0]?.init.signal.aborted).toBe(true);
  });

  it('is not waited for after the caller aborted', async () => {
    const controller = new AbortController();
    const { get } = fetcher('never');
    const outcome = get('example.org', controller.signal);
    await settle();
    controller.abort();
    expect(await outcome).toMatchObject({ failure: { code: 'timeout' } });
  });
});

describe('permission', () => {
  it.each([
    ['there is none', () => Promise.resolve(false)],
    ['asking fails', () => Promise.reject(new Error('no browser'))],
  ])('nothing is sent when %s', async (_, hasPermission) => {
    const { get, sent } = fetcher(good, { hasPermission });
    expect(await get()).toMatchObject({ failure: { code: 'no-permission' } });
    expect(sent).toHaveLength(0);
  });

  it('is asked for the very host', async () => {
    const asked: string[] = [];
    const hasPermission = (url: string): Promise<boolean> => Promise.resolve(asked.push(url) > 0);
    await fetcher(good, { hasPermission }).get();
    expect(asked).toEqual(['https://mta-sts.example.org/.well-known/mta-sts.txt']);
  });
});

/** The same against a real server on loopback, through Node's fetch and through undici's. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDohClient } from '@/utils/network/doh-client';
import type { After, Fetch } from '@/utils/network/fetch';
import { makePolicyFetcher } from '@/utils/network/policy-fetcher';
import { buildMessage, mx } from '../dns/build-message';
import { never } from './fake-fetch';

const question = { name: 'example.org', type: 'MX' } as const;
const answer = buildMessage({ question, answers: [mx('example.org', 10, 'mx.example.org')] });
const policy = 'version: STSv1\nmode: none\nmax_age: 1\n';
const requests: IncomingMessage[] = [];
/** Where the octets of a body without end stop being taken. */
let endless = 0;

const routes: Record<string, (response: ServerResponse) => void> = {
  '/good': (response) => response.writeHead(200, { 'content-type': 'application/dns-message' }).end(answer),
  '/policy': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(policy),
  '/redirect': (response) => response.writeHead(302, { location: '/policy' }).end(),
  '/stall': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).write('v'),
  '/silent': () => undefined,
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const more = (): void => {
      if (response.destroyed || endless > 50_000_000) return;
      endless += 16_384;
      if (response.write(Buffer.alloc(16_384))) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  },
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    routes[new URL(request.url ?? '/', 'http://x').pathname]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const after: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

// That both fit the type is part of the test.
const fetches: [name: string, fetch: Fetch][] = [
  ['globalThis.fetch', globalThis.fetch],
  ['undici', undiciFetch],
];

describe.each(fetches)('%s', (_, fetch) => {
  const common = { now: Date.now, after, timeoutMs: 300 };
  const ask = (path: string) =>
    makeDohClient({ ...common, fetch, resolvers: [`${origin}${path}`] })('example.org', 'MX', never);
  /** Policy hosts are https hosts of their own; the fetch given here leads them to a path of the server. */
  const get = (path: string, timeoutMs = 300) =>
    makePolicyFetcher({ ...common, timeoutMs, fetch: (__, init) => fetch(`${origin}${path}`, init) })(
      'example.org',
      never,
    );

  it('asks a resolver', async () => {
    requests.length = 0;
    expect(await ask('/good')).toMatchObject({ status: 'answered', message: { answers: [{ ttl: 300 }] } });
    const headers = requests[0]?.headers ?? {};
    expect(headers).toMatchObject({ accept: 'application/dns-message', 'accept-language': '*' });
    const telling = ['cookie', 'referer', 'origin'];
    expect(telling.filter((header) => header in headers)).toEqual([]);
  });

  it('reads a policy', async () => {
    const outcome = await get('/policy');
    expect(outcome.status === 'fetched' && new TextDecoder().decode(outcome.body)).toBe(policy);
  });

  it('does not follow a redirect', async () => {
    requests.length = 0;
    expect(await get('/redirect')).toMatchObject({ failure: { code: 'unreachable' } });
    expect(await ask('/redirect')).toMatchObject({ failure: { code: 'network' } });
    expect(requests.map(({ url }) => url?.split('?')[0])).toEqual(['/redirect', '/redirect']);
  });

  it.each(['/silent', '/stall'])('waits for %s no longer than its time', async (path) => {
    expect(await get(path)).toMatchObject({ failure: { code: 'timeout' } });
  });

  it('stops taking an endless body, and the server learns of it', async () => {
    endless = 0;
    expect(await get('/endless', 5000)).toMatchObject({ failure: { code: 'too-large' } });
    expect(endless).toBeLessThan(50_000_000);
  });

  it('finds nobody at a closed port', async () => {
    const outcome = await makeDohClient({ ...common, fetch, resolvers: ['http://127.0.0.1:1/'] })(
      'example.org',
      'MX',
      never,
    );
    expect(outcome).toMatchObject({ failure: { code: 'network' } });
  });
});

import { decode, encode, RECURSION_DESIRED } from 'dns-packet';
import type { RecordType } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dohHandler } from '../../demo/doh-server';
import { DEMO_ZONE } from '../../demo/zone';
import { startDemoSites } from './demo-sites';
import type { DemoSites } from './demo-sites';

const HOST = 'dns.demo.test';
const asked: string[] = [];
let sites: DemoSites;

beforeAll(async () => {
  const handle = dohHandler(DEMO_ZONE, (question) => asked.push(question));
  sites = await startDemoSites([{ host: HOST, handle }]);
});
afterAll(() => sites.stop());

function pathOf(name: string, type: RecordType): string {
  const message = encode({ type: 'query', id: 0, flags: RECURSION_DESIRED, questions: [{ name, type }] });
  return `/dns-query?dns=${message.toString('base64url')}`;
}

describe('the embedded resolver', () => {
  it.each(['get', 'get2'] as const)('answers a GET (%s)', async (get) => {
    const reply = await sites[get](HOST, pathOf('sealed.test', 'MX'));
    expect(reply).toMatchObject({ status: 200, type: 'application/dns-message' });
    expect(decode(reply.body)).toMatchObject({
      id: 0,
      flag_qr: true,
      flag_ra: true,
      questions: [{ name: 'sealed.test', type: 'MX' }],
      answers: [{ name: 'sealed.test', data: { preference: 10, exchange: 'mx.sealed.test' } }],
    });
    expect(asked.at(-1)).toBe('sealed.test MX');
  });
  it.each([
    ['nowhere.test', 3, 1], // NXDOMAIN, with SOA
    ['hidden.test', 3, 0], // NXDOMAIN, without
    ['broken-dns.test', 2, 0], // SERVFAIL
  ])('answers %s with RCODE %i', async (name, rcode, authorities) => {
    const message = decode((await sites.get(HOST, pathOf(name, 'MX'))).body);
    expect((message.flags ?? 0) & 15).toBe(rcode);
    expect(message.authorities).toHaveLength(authorities);
  });
  it('never answers for a stalled domain', async () => {
    const reply = sites.get(HOST, pathOf('silent-dns.test', 'MX')).then(
      () => 'answered',
      () => 'cut off at the end of the test',
    );
    const later = new Promise((resolve) => setTimeout(resolve, 200, 'still waiting'));
    expect(await Promise.race([reply, later])).toBe('still waiting');
  });
  it('refuses a message with two questions', async () => {
    const questions = [
      { name: 'a.test', type: 'MX' },
      { name: 'b.test', type: 'MX' },
    ] as const;
    const message = encode({ type: 'query', questions: [...questions] }).toString('base64url');
    const reply = decode((await sites.get(HOST, `/dns-query?dns=${message}`)).body);
    expect((reply.flags ?? 0) & 15).toBe(5);
  });
  it.each([
    ['/', 'GET', 404], // not the resolver's path
    ['/dns-query', 'POST', 405], // only GET is answered
    ['/dns-query', 'GET', 400], // no question
    ['/dns-query?dns=AAAA', 'GET', 400], // too short for a message
  ])('says of %s by %s: %i', async (path, method, status) => {
    expect((await sites.get(HOST, path, method)).status).toBe(status);
  });
});

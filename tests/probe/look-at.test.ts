/** Servers of every temper, seen by the prober and, for comparison, by `openssl s_client -starttls smtp`. */
import { join } from 'node:path';
import type { SecureContextOptions } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lookAt, type Sight } from '../../probe/smtp/look-at';
import type { TlsaRecord } from '../../probe/smtp/match-tlsa';
import { makeAuthority, type CertificateAuthority } from '../../scripts/lab/certificates';
import { makeScratchDirectory, type ScratchDirectory } from '../../scripts/lab/scratch-directory';
import { askOpenSsl } from './openssl-client';
import { startSmtp, type Temper, type TestServer } from './smtp-server';

const HOST = 'mx.example';
let scratch: ScratchDirectory;
let authority: CertificateAuthority;
const certificates: Record<string, SecureContextOptions> = {};
const started: TestServer[] = [];

beforeAll(async () => {
  scratch = await makeScratchDirectory('probe');
  authority = await makeAuthority(join(scratch.path, 'authority'));
  for (const flaw of ['self-signed', 'expired', 'wrong-name'] as const) {
    certificates[flaw] = await authority.issue(HOST, { flaw });
  }
  certificates['sound'] = await authority.issue(HOST);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});
afterAll(() => scratch.stop());

async function start(temper: Temper, address?: string): Promise<TestServer> {
  const server = await startSmtp(temper, address);
  started.push(server);
  return server;
}

function look(
  port: number,
  more: { tlsa?: TlsaRecord[]; address?: string; stepMs?: number; slowMs?: number } = {},
) {
  const visit = {
    host: HOST,
    address: '127.0.0.1',
    port,
    ehloName: 'probe.example',
    tlsa: [],
    now: Date.now,
  };
  return lookAt({ ...visit, stepMs: 2_000, slowMs: 1_000, ...more }, new AbortController().signal);
}

describe('servers with TLS', () => {
  it.each([
    ['sound', 'unknown-issuer', 'no trusted root here'],
    ['self-signed', 'self-signed', 'nobody vouches'],
    ['expired', 'expired', 'the date is met first'],
    ['wrong-name', 'unknown-issuer', 'as above'],
  ])('%s certificate without trust in its issuer: %s (%s)', async (kind, certificate) => {
    const server = await start({ tls: certificates[kind] });
    const sight = await look(server.port);
    expect(sight).toMatchObject({ startTls: 'offered', reason: null, extensions: ['SMTPUTF8', 'STARTTLS'] });
    expect(sight.handshake).toMatchObject({
      outcome: 'done',
      version: 'TLSv1.3',
      certificate,
      saidEhlo: true,
    });
    const theirs = await askOpenSsl(server.port, HOST, authority.caFile);
    expect(theirs.version).toBe('TLSv1.3');
  });

  it('never says MAIL FROM, says EHLO twice and leaves with QUIT', async () => {
    const server = await start({ tls: certificates['sound'] });
    await look(server.port);
    expect(server.heard).toEqual([['EHLO probe.example', 'STARTTLS', 'TLS EHLO probe.example', 'TLS QUIT']]);
  });

  it.each(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)(
    '%s is seen as what it is',
    async (version) => {
      const only = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0' };
      const server = await start({ tls: { ...certificates['sound'], ...only } });
      expect((await look(server.port)).handshake).toMatchObject({ outcome: 'done', version });
      expect((await askOpenSsl(server.port, HOST, authority.caFile)).version).toBe(version);
    },
  );

  it('introduces itself by its address where it has no name', async () => {
    const server = await start({ tls: certificates['sound'] });
    const visit = { host: HOST, address: '127.0.0.1', port: server.port, tlsa: [], now: Date.now };
    await lookAt({ ...visit, ehloName: null, stepMs: 2_000, slowMs: 1_000 }, new AbortController().signal);
    expect(server.heard[0]?.[0]).toBe('EHLO [127.0.0.1]');
  });
});

describe('offered, and then not', () => {
  it.each<[string, Temper, NonNullable<Sight['handshake']>['outcome']]>([
    ['no TLS behind the 220', { breaksTls: true }, 'failed'],
    ['a refusal: 454', { replies: { STARTTLS: '454 4.7.0 not now' } }, 'refused'],
    ['hanging up', { hangUpAt: 'STARTTLS' }, 'closed'],
  ])('%s', async (_, temper, outcome) => {
    const server = await start({ tls: certificates['sound'], ...temper });
    const sight = await look(server.port);
    expect(sight).toMatchObject({ startTls: 'offered', reason: null, handshake: { outcome, version: null } });
    expect((await askOpenSsl(server.port, HOST, authority.caFile)).version).toBeNull();
  });
});

describe('servers without TLS', () => {
  it('are seen without it', async () => {
    const server = await start({});
    expect(await look(server.port)).toEqual({
      banner: 'mx.example ESMTP Test',
      software: null,
      startTls: 'not-offered',
      reason: null,
      extensions: ['SMTPUTF8'],
      handshake: null,
    });
    expect(server.heard).toEqual([['EHLO probe.example', 'QUIT']]);
    expect((await askOpenSsl(server.port, HOST, authority.caFile)).offered).toBe(false);
  });

  it.each<[string, Temper, Sight['reason']]>([
    ['greylister', { greeting: '451 4.7.1 come back later' }, 'greylisted'],
    ['greylister at EHLO', { replies: { EHLO: '421 4.3.2 too many' } }, 'greylisted'],
    ['turns us away', { greeting: '554 5.7.1 no service for you' }, 'rejected'],
    ['turns us away at EHLO and HELO', { replies: { EHLO: '550 no', HELO: '550 no' } }, 'rejected'],
    ['knows only HELO', { keywords: null }, 'helo-only'],
    ['names no extension at all', { keywords: [] }, 'helo-only'],
    ['hangs up after EHLO', { hangUpAt: 'EHLO' }, 'closed'],
    ['firewall masks the keyword', { keywords: ['SIZE', 'XXXXXXXA'] }, 'masked'],
    ['firewall masks the banner', { greeting: '220 ********************************' }, 'masked'],
    ['spamd', { greeting: '220 mx.example ESMTP spamd IP-based SPAM blocker; Tue Nov 24' }, 'spamd'],
    ['no mail server at all', { greeting: 'SSH-2.0-OpenSSH_9.2' }, 'not-smtp'],
    ['banner of a megabyte', { greeting: `220 ${'x'.repeat(1 << 20)}` }, 'too-long'],
    ['megabyte of lines', { greeting: '220-hello\r\n'.repeat(100_000) + '220 ' }, 'too-long'],
  ])('%s', async (_, temper, reason) => {
    const server = await start(temper);
    expect(await look(server.port)).toMatchObject({ startTls: 'inconclusive', reason, handshake: null });
  });

  it('a tarpit that never speaks costs one step, not more', async () => {
    const server = await start({ silent: true });
    const begun = Date.now();
    expect((await look(server.port, { stepMs: 300 })).reason).toBe('tarpit');
    expect(Date.now() - begun).toBeLessThan(1_500);
  });

  it('a tarpit that never finishes its greeting', async () => {
    const server = await start({ greeting: `220 ${'slow '.repeat(100)}`, dripMs: 50 });
    expect((await look(server.port, { stepMs: 400 })).reason).toBe('tarpit');
  });

  it('one that stutters to its end', async () => {
    const server = await start({ greeting: '220 mx.example ESMTP', dripMs: 5 });
    expect(await look(server.port)).toMatchObject({ startTls: 'inconclusive', reason: 'stutter' });
  });

  it('one that is merely slow is no witness against itself', async () => {
    const server = await start({ greeting: '220 mx.example', dripMs: 20 });
    expect((await look(server.port, { slowMs: 100 })).startTls).toBe('inconclusive');
  });

  it('slow, but with STARTTLS: what is offered counts', async () => {
    const server = await start({ greeting: '220 mx.example', dripMs: 5, tls: certificates['sound'] });
    expect((await look(server.port)).startTls).toBe('offered');
  });
});

describe('ways there', () => {
  it('a closed port refuses', async () => {
    const server = await startSmtp({});
    await server.stop();
    expect(await look(server.port)).toMatchObject({ startTls: 'inconclusive', reason: 'refused' });
  });

  it('IPv6', async () => {
    const server = await start({ tls: certificates['sound'] }, '::1');
    expect((await look(server.port, { address: '::1' })).startTls).toBe('offered');
  });

  it('one that strips STARTTLS on every second connection is seen both ways', async () => {
    const server = await start({ tls: certificates['sound'], fickle: true });
    const seen = [];
    for (let count = 0; count < 4; count += 1) seen.push((await look(server.port)).startTls);
    expect(seen).toEqual(['offered', 'not-offered', 'offered', 'not-offered']);
  });

  it('an aborted visit ends at once', async () => {
    const server = await start({ silent: true });
    const stop = new AbortController();
    const visit = { host: HOST, address: '127.0.0.1', port: server.port, ehloName: null, tlsa: [] };
    const begun = Date.now();
    const looking = lookAt({ ...visit, now: Date.now, stepMs: 10_000, slowMs: 1_000 }, stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 100);
    await looking;
    expect(Date.now() - begun).toBeLessThan(2_000);
  });
});

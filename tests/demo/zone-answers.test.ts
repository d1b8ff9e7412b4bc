import { describe, expect, it } from 'vitest';
import type { RecordType } from 'dns-packet';
import { DEMO_ZONE } from '../../demo/zone';
import { answerFrom } from '../../demo/zone-answers';

const ask = (name: string, type: RecordType) => answerFrom(DEMO_ZONE, { name, type });

describe('answers of the demo zone', () => {
  it('gives the MX hosts of a domain, and their addresses', () => {
    expect(ask('everyday.test', 'MX')).toMatchObject({
      rcode: 'NOERROR',
      answers: [
        { data: { preference: 10, exchange: 'mx1.everyday.test' } },
        { data: { preference: 20, exchange: 'mx2.everyday.test' } },
      ],
    });
    expect(ask('mx1.everyday.test', 'A')).toMatchObject({ answers: [{ data: '192.0.2.13' }] });
  });
  it('gives the record that announces a policy', () => {
    expect(ask('_mta-sts.sealed.test', 'TXT')).toMatchObject({
      answers: [{ data: 'v=STSv1; id=20261101T000000;' }],
    });
  });
  it('compares names without regard to case', () => {
    expect(ask('SEALED.Test', 'MX')).toMatchObject({ answers: [{ name: 'sealed.test' }] });
  });
  it('says with a SOA record how long a negative answer holds', () => {
    const soa = [{ type: 'SOA', name: 'test', data: { minimum: 300 } }];
    expect(ask('sealed.test', 'AAAA')).toMatchObject({ rcode: 'NOERROR', answers: [], authorities: soa });
    expect(ask('nowhere.test', 'MX')).toMatchObject({ rcode: 'NXDOMAIN', answers: [], authorities: soa });
    expect(ask('_mta-sts.everyday.test', 'TXT')).toMatchObject({ rcode: 'NXDOMAIN', authorities: soa });
  });
  it('knows names that only have names below them', () => {
    expect(ask('new-provider.test', 'A')).toMatchObject({ rcode: 'NOERROR', answers: [] });
  });
  it('says null MX as RFC 7505 defines it', () => {
    expect(ask('no-mail.test', 'MX')).toMatchObject({
      answers: [{ data: { preference: 0, exchange: '.' } }],
    });
  });
  it('fails for every name under a failing domain', () => {
    expect(ask('_mta-sts.broken-dns.test', 'TXT')).toMatchObject({ rcode: 'SERVFAIL' });
    expect(ask('broken-dns.test', 'MX')).toMatchObject({ rcode: 'SERVFAIL' });
    expect(ask('silent-dns.test', 'MX')).toBe('stalled');
  });
  it('hides a name as a filtering resolver does: without SOA', () => {
    expect(ask('hidden.test', 'MX')).toMatchObject({ rcode: 'NXDOMAIN', authorities: [] });
  });
});

describe('the table', () => {
  it('names each domain once', () => {
    expect(new Set(DEMO_ZONE.map((row) => row.domain)).size).toBe(DEMO_ZONE.length);
  });
  it('shows every level but plaintext, which needs an observation', () => {
    const levels = new Set(DEMO_ZONE.map((row) => row.expected.gmail.level));
    expect([...levels].sort()).toEqual([
      'blocked',
      'enforced',
      'expected',
      'opportunistic',
      'undeliverable',
      'unknown',
    ]);
  });
  it('uses only addresses set apart for documentation', () => {
    const addresses = DEMO_ZONE.flatMap((row) => [
      row.address,
      ...(row.mx === 'null-mx' ? [] : row.mx.map((host) => host.address)),
    ]);
    for (const address of addresses) if (address !== null) expect(address).toMatch(/^192\.0\.2\.\d+$/);
  });
});

import { describe, expect, it } from 'vitest';
import { domainStanding } from '@/utils/evidence/domain-standing';
import { plainStanding, type PlainStanding } from '@/utils/evidence/host-standing';
import type { Look, SourcedLook } from '@/utils/evidence/look';
import { hostStanding } from '@/utils/evidence/source-standing';
import { ADDRESS, enough, HOUR, NOW, unclear, without, withTls } from './sample-looks';

const OTHER = '192.0.2.2';
const SIX = '2001:db8::1';
const stands = (looks: readonly Look[], addresses: readonly string[] = [ADDRESS]): PlainStanding =>
  plainStanding(addresses, looks, NOW);

describe('what proves that a host offers no STARTTLS', () => {
  it.each<[string, readonly Look[], PlainStanding['kind']]>([
    ['three looks, five days, two networks', enough(), 'unencrypted'],
    ['exactly 72 hours', [without(4), without(2, { network: 'B' }), without(1)], 'unencrypted'],
    ['an hour less than 72', [without(4 - 1 / 24), without(2, { network: 'B' }), without(1)], 'inconclusive'],
    ['two looks only', [without(5), without(1, { network: 'B' })], 'inconclusive'],
    ['the newest exactly 7 days old', enough().map(earlier(6)), 'unencrypted'],
    ['the newest an hour older', enough().map(earlier(6 + 1 / 24)), 'inconclusive'],
    ['one network', enough({ network: 'A' }), 'unencrypted-here'],
    ['one prober, two networks', enough({ vantage: 'laptop' }), 'unencrypted'],
    ['two controls only', enough({ controls: 2 }), 'inconclusive'],
    ['offered 29 days ago', [...enough(), withTls(29)], 'offered'],
    ['offered 31 days ago', [...enough(), withTls(31)], 'unencrypted'],
    ['offered between the looks', [...enough(), withTls(2)], 'offered'],
    ['offered once, weakly, between the looks', [...enough(), withTls(2, { version: 'TLSv1' })], 'weak'],
    ['an inconclusive look between them', [...enough(), unclear(2, 'greylisted')], 'unencrypted'],
    ['looks 91 days ago', enough().map(earlier(90)), 'unseen'],
    ['looks from the future', enough().map(earlier(-6)), 'unseen'],
  ])('%s', (_, looks, kind) => {
    expect(stands(looks).kind).toBe(kind);
  });

  it('says since when, how often and from where', () => {
    expect(stands(enough())).toEqual({
      kind: 'unencrypted',
      since: NOW - 120 * HOUR,
      at: NOW - 24 * HOUR,
      looks: 3,
      networks: ['AS64496', 'AS64511'],
    });
  });

  it('never: greylisted, trapped, masked or unreachable, however often', () => {
    for (const reason of ['greylisted', 'spamd', 'masked', 'timed-out', 'tarpit', 'helo-only'] as const) {
      const looks = enough().map((look) => ({ ...look, startTls: 'inconclusive' as const, reason }));
      expect(stands(looks)).toMatchObject({ kind: 'inconclusive', why: reason });
    }
  });
});

describe('several addresses', () => {
  it('all of them have to be proven', () => {
    const both = [...enough(), ...enough({ address: OTHER })];
    expect(stands(both, [ADDRESS, OTHER]).kind).toBe('unencrypted');
    expect(stands(enough(), [ADDRESS, OTHER])).toMatchObject({ kind: 'inconclusive', why: 'address-unseen' });
  });

  it('one from one network only spoils the second witness', () => {
    const both = [...enough(), ...enough({ address: OTHER, network: 'A' })];
    expect(stands(both, [ADDRESS, OTHER]).kind).toBe('unencrypted-here');
  });

  it('one with and one proven without is weak: mail may meet either', () => {
    const both = [...enough(), withTls(1, {}, { address: OTHER })];
    expect(stands(both, [ADDRESS, OTHER])).toMatchObject({ kind: 'weak', why: 'some-addresses-without' });
  });

  it('IPv6 alone proves nothing', () => {
    const six = enough({ address: SIX, family: 6 });
    expect(stands(six, [SIX])).toMatchObject({ kind: 'inconclusive', why: 'ipv6-only' });
    expect(stands([...enough(), ...six], [ADDRESS, SIX]).kind).toBe('unencrypted');
  });

  it('of more than eight the first eight', () => {
    const addresses = Array.from({ length: 10 }, (_, index) => `192.0.2.${index + 10}`);
    const looks = addresses.slice(0, 8).flatMap((address) => enough({ address }));
    expect(stands(looks, addresses).kind).toBe('unencrypted');
    expect(stands(looks.slice(3), addresses).kind).toBe('inconclusive');
  });

  it('no published address: what was seen elsewhere still tells what it can, but proves nothing', () => {
    expect(stands(enough(), [])).toMatchObject({ kind: 'inconclusive', why: 'address-unseen' });
    expect(stands([withTls(1)], []).kind).toBe('offered');
  });
});

describe('what shows STARTTLS', () => {
  it.each<[string, Look, object]>([
    ['TLS 1.3', withTls(1), { kind: 'offered', tls: 'TLSv1.3', certificate: 'valid', why: null }],
    ['TLS 1.2, 89 days ago', withTls(89, { version: 'TLSv1.2' }), { kind: 'offered', tls: 'TLSv1.2' }],
    ['a wrong name', withTls(1, { certificate: 'name-mismatch' }), { kind: 'offered' }],
    ['TLS 1.1', withTls(1, { version: 'TLSv1.1' }), { kind: 'weak', why: 'old-tls' }],
    [
      'a failing handshake',
      withTls(1, { outcome: 'failed', version: null }),
      { kind: 'weak', why: 'handshake-failed' },
    ],
  ])('%s', (_, look, expected) => {
    expect(stands([look])).toMatchObject(expected);
  });

  it('the newest look at an address counts, and a later one without is told', () => {
    const looks = [withTls(20, { version: 'TLSv1' }), withTls(10), without(2)];
    expect(stands(looks)).toMatchObject({
      kind: 'offered',
      at: NOW - 240 * HOUR,
      contradictedAt: NOW - 48 * HOUR,
    });
  });
});

describe('several sources', () => {
  const from = (source: string, looks: readonly Look[]): SourcedLook[] =>
    looks.map((look) => ({ ...look, source }));

  it('that disagree give the milder finding and say so', () => {
    const looks = [...from('A', enough()), ...from('B', [withTls(40)])];
    expect(hostStanding([ADDRESS], looks, NOW)).toMatchObject({
      kind: 'disagreement',
      milder: { kind: 'offered' },
      harsher: { kind: 'unencrypted' },
      sources: { milder: 'B', harsher: 'A' },
    });
  });

  it('together make the proof that none has alone', () => {
    const [one, two, three] = enough();
    const looks = [...from('A', [one, three] as Look[]), ...from('B', [two] as Look[])];
    expect(hostStanding([ADDRESS], looks, NOW).kind).toBe('unencrypted');
  });
});

describe('a domain', () => {
  const bare = plainStanding([ADDRESS], enough(), NOW);
  const here = plainStanding([ADDRESS], enough({ network: 'A' }), NOW);
  const tls = plainStanding([ADDRESS], [withTls(1)], NOW);
  it.each<[string, readonly (readonly [number, PlainStanding])[], object]>([
    [
      'all preferred hosts bare',
      [
        [10, bare],
        [10, bare],
        [20, tls],
      ],
      { kind: 'unencrypted' },
    ],
    [
      'one of them seen from one network',
      [
        [10, bare],
        [10, here],
      ],
      { kind: 'unencrypted-here' },
    ],
    [
      'one of two preferred',
      [
        [10, bare],
        [10, tls],
      ],
      { kind: 'some-hosts', backupsOnly: false },
    ],
    [
      'a backup only',
      [
        [10, tls],
        [20, bare],
      ],
      { kind: 'some-hosts', backupsOnly: true, hosts: ['mx1'] },
    ],
    ['none', [[10, tls]], { kind: 'nothing' }],
    ['no host at all', [], { kind: 'nothing' }],
  ])('%s', (_, hosts, expected) => {
    const ranked = hosts.map(([preference, standing], index) => ({
      host: `mx${index}`,
      preference,
      standing,
    }));
    expect(domainStanding(ranked)).toMatchObject(expected);
  });
});

function earlier(days: number): (look: Look) => Look {
  return (look) => ({ ...look, at: look.at - days * 24 * HOUR });
}

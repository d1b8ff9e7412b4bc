/**
 * The vectors of maddy and of one filter's manual (tests/vectors/dane-host.json, dane-only-matrix.json), played
 * through a look-up. Their servers deliver or refuse; here a sender is made up that does what the evidence
 * asks of it.
 */
import { describe, expect, it } from 'vitest';
import { decide } from '@/utils/verdict/decide';
import type { DaneEvidence } from '@/utils/verdict/evidence';
import hostVectors from '../../vectors/dane-host.json';
import matrixVectors from '../../vectors/dane-only-matrix.json';
import type { Zone } from './dane-zone';
import { MATCHING, OTHER, SIGNED_A, SIGNED_MX, gather, records } from './dane-zone';
import type { Answer } from './fake-internet';
import { START } from './fake-internet';

async function daneOf(zone: Zone): Promise<DaneEvidence | undefined> {
  return (await gather({ ...SIGNED_MX, ...zone })).found.hosts[0]?.dane;
}

/** What a sender that checks DANE does with a server that has a certificate, or not even TLS. */
function delivers(dane: DaneEvidence | undefined, server: { tls: boolean; certificate: string }): boolean {
  switch (dane?.kind) {
    case 'found': {
      const matches = dane.records.some(({ association }) => association === server.certificate);
      return server.tls && (dane.usable === 0 || matches);
    }
    case 'bogus':
    case 'failed':
      return false;
    default:
      return true;
  }
}

describe('dane_host vectors', () => {
  interface Input {
    readonly cname_secure?: boolean;
    readonly a_secure?: boolean;
    readonly tlsa?: string | readonly string[];
    readonly tls?: boolean;
  }
  const TLSA = 'TLSA _25._tcp.host.example';

  function zoneOf({ cname_secure: alias, a_secure: signed = true, tlsa }: Input): Zone {
    const address: Answer = { ...SIGNED_A, authentic: signed && alias === undefined };
    const zone: Zone = { 'A host.example': address };
    if (alias !== undefined) {
      zone['A host.example'] = { ...address, alias: 'target.example', local: 'insecure', signed: true };
      zone['CNAME host.example'] = { local: alias ? 'secure' : 'insecure' };
    }
    if (tlsa === 'lookup error') zone[TLSA] = { fails: { code: 'servfail' } };
    else if (typeof tlsa === 'object') zone[TLSA] = records(...tlsa.map(recordOf));
    else zone[TLSA] = records(`3 1 1 ${OTHER}`);
    return zone;
  }

  /** "3 1 1 match": whatever the chain is made of, its certificate is found in the record or not. */
  function recordOf(text: string): string {
    const isOther = text.endsWith('other');
    return `${text.split(' ').slice(0, 3).join(' ')} ${isOther ? OTHER : MATCHING}`;
  }

  it.each(hostVectors)('%j', async ({ input, expected }) => {
    const { tls = true } = input as Input;
    const dane = await daneOf(zoneOf(input));
    const refused = expected.startsWith('fail');
    expect(delivers(dane, { tls, certificate: MATCHING })).toBe(!refused);
  });

  it('covers all of them', () => {
    expect(hostVectors).toHaveLength(12);
  });
});

describe('dane_only_matrix vectors', () => {
  const STATES: Readonly<Record<string, Answer>> = {
    secure: { authentic: true },
    insecure: { authentic: false },
    bogus: { local: 'bogus', refused: true },
    nxdomain: { authentic: true },
    '-': {},
  };

  /** That sender insists on DANE: it defers also where any other would do without. */
  const OPPORTUNISTIC: readonly string[] = ['defer: no TLSA record', 'defer: non-DNSSEC destination'];

  it.each(matrixVectors)('%j', async ({ input, expected }) => {
    const { found } = await gather({
      'MX a.example': { records: ['10 host.example'], ...STATES[input.mx] },
      'A host.example': { records: ['192.0.2.1'], ...STATES[input.a] },
      'AAAA host.example': { records: ['2001:db8::1'], ...STATES[input.a] },
      'TLSA _25._tcp.host.example': {
        records: input.tlsa === 'nxdomain' ? [] : [`3 1 1 ${OTHER}`],
        ...STATES[input.tlsa],
      },
    });
    const { level } = decide(found, { kind: 'checking' }, START);
    const reached =
      level !== 'blocked' && delivers(found.hosts[0]?.dane, { tls: true, certificate: MATCHING });
    expect(reached).toBe(OPPORTUNISTIC.includes(expected));
  });
});

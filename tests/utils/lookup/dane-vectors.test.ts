/**
 * The DANE vectors of mox and postfix-tlspol (tests/vectors/dane-tlsa.json, dane-address.json,
 * dane-domain.json), played through a look-up.
 */
import { describe, expect, it } from 'vitest';
import { decide } from '@/utils/verdict/decide';
import addressVectors from '../../vectors/dane-address.json';
import domainVectors from '../../vectors/dane-domain.json';
import tlsaVectors from '../../vectors/dane-tlsa.json';
import type { Zone } from './dane-zone';
import { MATCHING, SIGNED_A, SIGNED_MX, gather, records } from './dane-zone';
import type { Answer } from './fake-internet';
import { START } from './fake-internet';

describe('dane_tlsa vectors', () => {
  interface Input {
    readonly host: string;
    readonly expanded?: string;
    readonly tlsa?: Readonly<Record<string, string>>;
    readonly tlsa_cname?: Readonly<Record<string, string>> | string;
  }

  /** mox's own zone: which names have records, and whether they are signed. */
  function zoneOf({ host, expanded, tlsa = {}, tlsa_cname: aliases }: Input): Zone {
    const zone: Zone = { 'MX a.example': { records: [`10 ${host}`], authentic: true } };
    zone[`A ${host}`] = expanded === undefined ? SIGNED_A : { ...SIGNED_A, alias: expanded };
    for (const [base, data] of Object.entries(tlsa)) {
      const [fields] = /^\d \d \d/.exec(data) ?? ['3 0 1'];
      zone[`TLSA _25._tcp.${base}`] = { records: [`${fields} ${MATCHING}`], authentic: data !== 'insecure' };
    }
    for (const [owner, target] of Object.entries(typeof aliases === 'object' ? aliases : {})) {
      zone[`TLSA ${owner}`] = { ...records(`3 0 1 ${MATCHING}`), alias: target };
    }
    if (typeof aliases === 'string')
      zone[`TLSA _25._tcp.${host}`] = { alias: 'gone.example', authentic: true };
    return zone;
  }

  it.each(tlsaVectors)('%j', async ({ input, expected }) => {
    const { found } = await gather(zoneOf(input));
    const dane = found.hosts[0]?.dane;
    expect(dane?.kind === 'found').toBe(expected.dane_required);
    if (dane?.kind === 'found') expect(dane.base).toBe(expected.base);
  });
});

describe('dane_address vectors', () => {
  const ANSWERS: Readonly<Record<string, Answer>> = {
    'NXDOMAIN secure': { authentic: true },
    'NXDOMAIN insecure': {},
    SERVFAIL: { fails: { code: 'servfail' } },
  };

  it.each(addressVectors)('$input: $expected', async ({ input, expected }) => {
    const answer = ANSWERS[input];
    expect(answer).toBeDefined();
    const { internet, found } = await gather({
      ...SIGNED_MX,
      'A host.example': answer ?? {},
      'AAAA host.example': answer ?? {},
    });
    // "Not secure" there means that no TLSA is looked up; a failure is kept apart from it.
    expect(internet.questions.some((question) => question.startsWith('TLSA'))).toBe(false);
    expect(found.hosts[0]?.address.kind).toBe(expected === 'fail' ? 'failed' : 'none');
  });
});

describe('dane_domain vectors', () => {
  const usable = records(`3 1 1 ${MATCHING}`);
  const ZONES: readonly Zone[] = [
    {
      ...SIGNED_MX,
      'A host.example': { fails: { code: 'timeout' } },
      'AAAA host.example': { fails: { code: 'timeout' } },
    },
    { 'MX a.example': { records: ['10 host.example'] }, 'A host.example': { records: ['192.0.2.1'] } },
    {
      'MX a.example': { records: ['10 missing.example', '20 reachable.example'] },
      'A reachable.example': SIGNED_A,
      'TLSA _25._tcp.reachable.example': { authentic: true },
    },
    {
      'MX a.example': { records: ['10 missing.example', '20 secure.example'], authentic: true },
      'A secure.example': SIGNED_A,
      'TLSA _25._tcp.secure.example': usable,
    },
    {
      'MX a.example': { exists: true, authentic: true },
      'A a.example': SIGNED_A,
      'TLSA _25._tcp.a.example': usable,
    },
  ];
  /** In our words: tlspol's "dane" lets mail pass where a host has no TLSA, "dane-only" does not. */
  const LEVELS: Readonly<Record<string, string>> = {
    'temporary error': 'unknown',
    'no DANE': 'opportunistic',
    'dane (opportunistic), not dane-only': '(expected)',
    'dane-only for the domain itself': 'enforced',
  };

  it.each(domainVectors.map((vector, index) => [vector, ZONES[index]] as const))(
    '%j',
    async (vector, zone) => {
      const { internet, found } = await gather(zone ?? {});
      const { level, conditional } = decide(found, { kind: 'checking' }, START);
      expect(conditional ? `(${level})` : level).toBe(LEVELS[vector.expected.result]);
      const asked = (host: string): number =>
        internet.questions.filter((question) => question === `TLSA _25._tcp.${host}.example`).length;
      for (const [host, times] of Object.entries(vector.expected.tlsa_queries ?? {}))
        expect(asked(host)).toBe(times);
    },
  );

  it('covers all of them', () => {
    expect(domainVectors).toHaveLength(ZONES.length);
  });
});

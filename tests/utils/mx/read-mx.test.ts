import { describe, expect, it } from 'vitest';
import { RCODE } from '@/utils/dns/message';
import type { ResourceRecord } from '@/utils/dns/message';
import type { MxReading } from '@/utils/mx/mx-reading';
import { readMx } from '@/utils/mx/read-mx';
import type { AnswerParts } from '../../fixtures/dns-outcome';
import { answered, cname, failed, mx, soa } from '../../fixtures/dns-outcome';
import lookups from '../../vectors/mx-lookup.json';
import statuses from '../../vectors/mx-status.json';

const D = 'd.example';
const NXDOMAIN = RCODE.NXDOMAIN;

/** Reads MX records of d.example, given as [preference, exchange]. */
function read(...records: readonly [number, string][]): MxReading {
  return readMx(D, answered({ answers: records.map(([preference, host]) => mx(D, preference, host)) }))
    .reading;
}

describe('readMx: hosts', () => {
  it.each<[readonly [number, string][], readonly [number, string][], string]>([
    [[[10, 'mx.d.example']], [[10, 'mx.d.example']], 'one'],
    [
      [
        [20, 'b.d.example'],
        [10, 'a.d.example'],
      ],
      [
        [10, 'a.d.example'],
        [20, 'b.d.example'],
      ],
      'by preference',
    ],
    [
      [
        [10, 'b.d.example'],
        [10, 'a.d.example'],
      ],
      [
        [10, 'a.d.example'],
        [10, 'b.d.example'],
      ],
      'then by name',
    ],
    [[[10, 'MX.D.Example']], [[10, 'mx.d.example']], 'lower-case'],
    [
      [
        [20, 'mx.d.example'],
        [10, 'MX.d.example'],
      ],
      [[10, 'mx.d.example']],
      'once, at the lowest preference',
    ],
    [[[0, 'd.example']], [[0, 'd.example']], 'the domain itself'],
    [[[65535, 'mx.d.example']], [[65535, 'mx.d.example']], 'largest preference'],
    [[[10, 'mail_1.d.example']], [[10, 'mail_1.d.example']], 'underscore: real hosts have them'],
  ])('%j → %j: %s', (records, hosts) => {
    expect(read(...records)).toEqual({
      kind: 'hosts',
      hosts: hosts.map(([preference, name]) => ({ preference, name })),
      unusable: [],
    });
  });
});

describe('readMx: unusable records', () => {
  it.each([
    ['.', 'root beside others (RFC 7505 §3)'],
    ['192.0.2.1', 'dotted digits'],
    ['10', 'a number'],
    ['localhost', 'the sender itself (RFC 6761 §6.3)'],
    ['mx.localhost', 'the sender itself'],
    ['mail\\032server.d.example', 'blank in a label'],
    ['https://mx.d.example/', 'a URL'],
  ])('%s beside a host: %s', (exchange) => {
    expect(read([10, 'mx.d.example'], [20, exchange])).toEqual({
      kind: 'hosts',
      hosts: [{ preference: 10, name: 'mx.d.example' }],
      unusable: [exchange],
    });
  });

  it('alone never lead to the implicit MX (RFC 5321 §5.1)', () => {
    expect(read([10, '192.0.2.1'], [20, 'localhost'])).toEqual({
      kind: 'unusable',
      unusable: ['192.0.2.1', 'localhost'],
    });
    expect(read([0, '.'], [10, '192.0.2.1'])).toEqual({ kind: 'unusable', unusable: ['.', '192.0.2.1'] });
  });
});

describe('readMx: no hosts', () => {
  it.each<[[number, string], string]>([
    [[0, '.'], 'the defined form (RFC 7505 §3)'],
    [[10, '.'], 'another preference can mean nothing else'],
  ])('%j takes no mail: %s', (record) => {
    expect(read(record)).toEqual({ kind: 'null-mx' });
  });

  const soaOf = (zone: string): ResourceRecord[] => [soa(zone)];
  it.each<[AnswerParts, MxReading, string]>([
    [{ authorities: soaOf(D) }, { kind: 'absent' }, 'NODATA'],
    [{}, { kind: 'absent' }, 'NODATA without SOA'],
    [{ rcode: NXDOMAIN, authorities: soaOf('example') }, { kind: 'no-such-domain' }, 'NXDOMAIN with SOA'],
    [{ rcode: NXDOMAIN }, { kind: 'filtered', extendedError: null }, 'NXDOMAIN without SOA'],
    [
      { rcode: NXDOMAIN, authorities: soaOf('other.test') },
      { kind: 'filtered', extendedError: null },
      'SOA of a zone the name does not lie in',
    ],
    ...[15, 16, 17, 18].map((code): [AnswerParts, MxReading, string] => [
      { rcode: NXDOMAIN, authorities: soaOf('example'), extendedErrors: [{ code, text: '' }] },
      { kind: 'filtered', extendedError: code },
      `NXDOMAIN with SOA and EDE ${code}`,
    ]),
    [
      { extendedErrors: [{ code: 17, text: '' }] },
      { kind: 'filtered', extendedError: 17 },
      'NODATA with EDE 17',
    ],
    [
      { rcode: NXDOMAIN, authorities: soaOf('example'), extendedErrors: [{ code: 14, text: '' }] },
      { kind: 'no-such-domain' },
      'EDE 14 is no filter',
    ],
    [
      { rcode: NXDOMAIN, authorities: soaOf('example'), extendedErrors: [{ code: 19, text: '' }] },
      { kind: 'no-such-domain' },
      'EDE 19 is no filter',
    ],
  ])('%#: %j → %j', (parts, reading) => {
    expect(readMx(D, answered(parts)).reading).toEqual(reading);
  });
});

describe('readMx: failures', () => {
  it.each([
    'timeout',
    'network',
    'http',
    'malformed',
    'servfail',
    'refused',
    'rate-limited',
    'no-permission',
  ] as const)('%s stays a failure', (code) => {
    expect(readMx(D, failed(code))).toEqual({
      reading: { kind: 'failed', failure: { code, extendedErrors: [] } },
      expanded: null,
      authenticData: null,
      ttl: 0,
    });
  });
  it('a refusal with EDE 15 is the resolver filtering', () => {
    const outcome = failed('refused', [{ code: 15, text: 'blocked' }]);
    expect(readMx(D, outcome).reading).toEqual({ kind: 'filtered', extendedError: 15 });
  });
  it('SERVFAIL with EDE 6 (bogus) is not', () => {
    expect(readMx(D, failed('servfail', [{ code: 6, text: '' }])).reading.kind).toBe('failed');
  });
});

describe('readMx: aliases', () => {
  it('follows them and names the end', () => {
    const answers = [
      cname(D, 'E.example', 60),
      cname('e.example', 'f.example'),
      mx('f.example', 5, 'mx.f.example'),
    ];
    expect(readMx(D, answered({ answers, authenticData: true }))).toEqual({
      reading: { kind: 'hosts', hosts: [{ name: 'mx.f.example', preference: 5 }], unusable: [] },
      expanded: 'f.example',
      authenticData: true,
      ttl: 60,
    });
  });
  it('names the end also where there is no MX', () => {
    const parts = { answers: [cname(D, 'e.example')], authorities: [soa('e.example')] };
    expect(readMx(D, answered(parts))).toMatchObject({
      reading: { kind: 'absent' },
      expanded: 'e.example',
      ttl: 120,
    });
  });
  it('finds the loop', () => {
    const answers = [cname(D, 'e.example'), cname('e.example', D)];
    expect(readMx(D, answered({ answers })).reading).toEqual({ kind: 'cname-loop' });
  });
  it('ignores records of other names', () => {
    const answers = [mx('other.example', 1, 'mx.other.example'), mx(D, 10, 'mx.d.example')];
    expect(readMx(D, answered({ answers })).reading).toMatchObject({ hosts: [{ name: 'mx.d.example' }] });
  });
});

describe('readMx: how long it holds', () => {
  it.each<[AnswerParts, number, string]>([
    [{ answers: [mx(D, 10, 'a.example', 300), mx(D, 20, 'b.example', 60)] }, 60, 'smallest TTL'],
    [{ authorities: [soa(D, 600, 120)] }, 120, 'SOA MINIMUM (RFC 2308 §5)'],
    [{ authorities: [soa(D, 90, 300)] }, 90, 'TTL of the SOA (RFC 2308 §5)'],
    [{}, 0, 'no SOA: not at all (RFC 2308 §5)'],
  ])('%#: %j for %i s: %s', (parts, ttl) => {
    expect(readMx(D, answered(parts)).ttl).toBe(ttl);
  });
});

describe('vectors mx_lookup', () => {
  const byDomain = new Map(lookups.map((vector) => [vector.input.domain, vector]));
  const vector = (domain: string): (typeof lookups)[number] => byDomain.get(domain)!;
  const answerOf = ({ domain, mx: records }: { domain: string; mx?: unknown[][] }): MxReading => {
    const answers = (records ?? []).map(([preference, host]) => mx(domain, Number(preference), String(host)));
    return readMx(domain, answered({ answers, authorities: [soa(domain)] })).reading;
  };

  it.each(['basic.example', 'multimx.example'])('%s', (domain) => {
    const { input, expected } = vector(domain);
    expect(answerOf(input)).toMatchObject({
      hosts: expected.hosts?.map(([preference, name]) => ({ preference, name })),
    });
  });
  it('justhost.example: the implicit host is left to the look-up, which knows its address', () => {
    expect(answerOf(vector('justhost.example').input)).toEqual({ kind: 'absent' });
  });
  it('cname.example', () => {
    const { input, expected } = vector('cname.example');
    const answers = [cname(input.domain, 'basic.example'), mx('basic.example', 10, 'mail.basic.example')];
    const { reading, expanded } = readMx(input.domain, answered({ answers }));
    expect(reading).toMatchObject({ hosts: [{ preference: 10, name: 'mail.basic.example' }] });
    expect(expanded).toBe(expected.expanded);
  });
  it('cnameloop.example', () => {
    const { input } = vector('cnameloop.example');
    const answers = [cname(input.domain, 'cnameloop2.example'), cname('cnameloop2.example', input.domain)];
    expect(readMx(input.domain, answered({ answers })).reading.kind).toBe('cname-loop');
  });
  it.each(['temperror-mx.example', 'temperror-cname.example'])('%s', (domain) => {
    expect(vector(domain).expected.error).toBe('temporary');
    expect(readMx(domain, failed('servfail')).reading.kind).toBe('failed');
  });
  it('many.test', () => {
    const { input, expected } = vector('many.test');
    const reading = answerOf(input);
    expect(reading.kind === 'hosts' && reading.hosts.length).toBe(expected.unique_hosts);
  });
  it('covers every vector', () => {
    // 10.0.0.1 is an address literal, which has no MX (RFC 5321 §4.1.3): see tests/utils/address.
    const elsewhere = ['10.0.0.1'];
    const here = ['basic', 'multimx', 'justhost', 'cname', 'cnameloop', 'temperror-mx', 'temperror-cname'];
    const names = [...here.map((label) => `${label}.example`), 'many.test', ...elsewhere];
    expect([...byDomain.keys()].sort()).toEqual(names.sort());
  });
});

describe('vectors mx_status', () => {
  const kinds: Readonly<Record<string, string>> = {
    null_mx: 'null-mx',
    // Whether the domain has an address makes no difference to mail (RFC 7505 §3), and none here.
    null_mx_without_a_aaaa: 'null-mx',
    // Advice to the domain's owner; for a sender it is the implicit MX (RFC 5321 §5.1).
    'no_null_mx (should publish null MX)': 'absent',
    'localhost ignored': 'unusable',
  };
  it.each(statuses)('$expected ($source)', ({ input, expected }) => {
    const answers = input.mx.map(([preference, host]) => mx(D, Number(preference), String(host)));
    expect(readMx(D, answered({ answers, authorities: [soa(D)] })).reading.kind).toBe(kinds[expected]);
  });
});

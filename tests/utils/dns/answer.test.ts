import { describe, expect, it } from 'vitest';
import { negativeTtl, readAnswer, type DnsAnswer } from '@/utils/dns/answer';
import { decodeMessage } from '@/utils/dns/decode-message';
import { RR_TYPE, type DnsMessage } from '@/utils/dns/message';
import negativeTtls from '../../vectors/dns-negative-ttl.json';
import {
  buildMessage,
  cname,
  dnsName,
  extendedError,
  mx,
  opt,
  soa,
  wireName,
  type BuiltMessage,
  type BuiltRecord,
} from './build-message';

function message(built: BuiltMessage): DnsMessage {
  const result = decodeMessage(buildMessage({ question: { name: 'a.example', type: 'MX' }, ...built }));
  if (!result.ok) throw new Error(result.fault.code);
  return result.message;
}

const answer = (built: BuiltMessage, name = 'a.example'): DnsAnswer =>
  readAnswer(message(built), dnsName(name), RR_TYPE.MX);

const NXDOMAIN = 3;
const dname = (name: string, target: string, ttl = 300): BuiltRecord => ({
  name,
  type: 'DNAME',
  ttl,
  rdata: wireName(target),
});
const chain = (length: number): BuiltRecord[] =>
  Array.from({ length }, (_, index) =>
    cname(index === 0 ? 'a.example' : `c${index}.example`, `c${index + 1}.example`),
  );

describe('readAnswer', () => {
  const cases: [why: string, message: BuiltMessage, expected: Partial<DnsAnswer> & { count?: number }][] = [
    [
      'records of the very name',
      { answers: [mx('a.example', 10, 'mx.example', 300), mx('A.EXAMPLE', 20, 'mx2.example', 200)] },
      { kind: 'records', count: 2, expanded: null, ttl: 200, hasSoa: false },
    ],
    [
      'records of another name do not count',
      { answers: [mx('b.example', 10, 'mx.example')], authorities: [soa('example', 60)] },
      { kind: 'no-data', count: 0, ttl: 60 },
    ],
    [
      'records of another class do not count',
      { answers: [{ ...mx('a.example', 10, 'mx.example'), class: 3 }] },
      { kind: 'no-data', count: 0 },
    ],
    [
      'records of a name that merely looks alike do not count',
      { answers: [mx('a\\.example', 10, 'mx.example')] },
      { kind: 'no-data', count: 0 },
    ],
    [
      'an alias is followed, in any order, and its TTL counts',
      {
        answers: [
          mx('c.example', 10, 'mx.example', 300),
          cname('B.example', 'c.example', 50),
          cname('a.example', 'b.example'),
        ],
      },
      { kind: 'records', count: 1, expanded: dnsName('c.example'), ttl: 50 },
    ],
    [
      'an alias made by a DNAME holds no longer than the DNAME',
      {
        answers: [
          dname('example', 'test', 40),
          cname('a.example', 'a.test', 300),
          mx('a.test', 10, 'mx.test'),
        ],
      },
      { kind: 'records', count: 1, expanded: dnsName('a.test'), ttl: 40 },
    ],
    [
      'a DNAME that is not on the way has no say',
      {
        answers: [
          dname('other', 'test', 1),
          dname('a.example', 'test', 2),
          cname('a.example', 'a.test', 300),
          mx('a.test', 10, 'mx.test'),
        ],
      },
      { kind: 'records', ttl: 300 },
    ],
    [
      'sixteen aliases',
      { answers: [...chain(16), mx('c16.example', 10, 'mx.example')] },
      { kind: 'records', count: 1 },
    ],
    [
      'seventeen are too many',
      { answers: [...chain(17), mx('c17.example', 10, 'mx.example')] },
      { kind: 'cname-loop', count: 0 },
    ],
    ['an alias of itself', { answers: [cname('a.example', 'A.example', 7)] }, { kind: 'cname-loop', ttl: 7 }],
    [
      'aliases in a circle',
      { answers: [cname('a.example', 'b.example', 9), cname('b.example', 'a.example', 8)] },
      { kind: 'cname-loop', ttl: 8 },
    ],
    [
      'two different aliases of one name (RFC 2181 §10.1)',
      { answers: [cname('a.example', 'b.example'), cname('a.example', 'c.example')] },
      { kind: 'cname-loop' },
    ],
    [
      'the same alias twice is one',
      {
        answers: [cname('a.example', 'b.example'), cname('a.example', 'B.EXAMPLE'), mx('b.example', 1, 'mx')],
      },
      { kind: 'records', count: 1 },
    ],
    [
      'an alias whose end is missing, with the SOA of its end',
      { answers: [cname('a.example', 'b.test', 300)], authorities: [soa('test', 60)] },
      { kind: 'no-data', expanded: dnsName('b.test'), ttl: 60, hasSoa: true },
    ],
    [
      'an alias with a shorter life than the denial of its end',
      { answers: [cname('a.example', 'b.test', 20)], authorities: [soa('test', 60)], rcode: NXDOMAIN },
      { kind: 'no-such-name', expanded: dnsName('b.test'), ttl: 20, hasSoa: true },
    ],
    [
      'NXDOMAIN with SOA, MINIMUM smaller',
      { rcode: NXDOMAIN, authorities: [soa('example', 120, 600)] },
      { kind: 'no-such-name', count: 0, expanded: null, ttl: 120, hasSoa: true },
    ],
    [
      'NXDOMAIN with SOA, its own TTL smaller',
      { rcode: NXDOMAIN, authorities: [soa('example', 600, 120)] },
      { kind: 'no-such-name', ttl: 120, hasSoa: true },
    ],
    [
      'NXDOMAIN that would hold for days: three hours',
      { rcode: NXDOMAIN, authorities: [soa('.', 604800, 604800)] },
      { kind: 'no-such-name', ttl: 10800, hasSoa: true },
    ],
    [
      'NXDOMAIN without SOA holds for no time',
      { rcode: NXDOMAIN },
      { kind: 'no-such-name', ttl: 0, hasSoa: false },
    ],
    [
      'the SOA of a zone the name is not in says nothing',
      { rcode: NXDOMAIN, authorities: [soa('rpz.test', 60)] },
      { kind: 'no-such-name', ttl: 0, hasSoa: false },
    ],
    [
      'a SOA beside the answer says nothing',
      { rcode: NXDOMAIN, additionals: [soa('example', 60)] },
      { kind: 'no-such-name', ttl: 0, hasSoa: false },
    ],
    ['NOERROR with nothing', {}, { kind: 'no-data', ttl: 0, hasSoa: false }],
    [
      'errors come along',
      { rcode: NXDOMAIN, additionals: [opt(extendedError(15, 'blocked'))] },
      { kind: 'no-such-name', extendedErrors: [{ code: 15, text: 'blocked' }] },
    ],
  ];
  it.each(cases)('%s', (_, built, { count, ...expected }) => {
    const read = answer(built);
    expect(read).toMatchObject(expected);
    if (count !== undefined) expect(read.records).toHaveLength(count);
  });

  it('does not follow an alias that was itself asked for', () => {
    const answers = [cname('a.example', 'b.example', 30), cname('b.example', 'c.example', 20)];
    expect(readAnswer(message({ answers }), dnsName('a.example'), RR_TYPE.CNAME)).toMatchObject({
      kind: 'records',
      expanded: null,
      ttl: 30,
      records: [{ data: { target: 'b.example' } }],
    });
  });
});

describe('published vectors: negative TTL', () => {
  it.each(negativeTtls.cases)('$soas: $expected s', ({ soas, expected }) => {
    const { authorities } = message({
      authorities: soas.map(({ ttl, minimum }) => soa('example', minimum, ttl)),
    });
    expect(negativeTtl(authorities, dnsName('a.example'))).toBe(expected);
  });
});

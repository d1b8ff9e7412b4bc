import { describe, expect, it } from 'vitest';
import { readTlsa } from '@/utils/dane/read-tlsa';
import { RCODE, RR_TYPE } from '@/utils/dns/message';
import type { ResourceRecord } from '@/utils/dns/message';
import { answered, cname, failed, nameOf, soa } from '../../fixtures/dns-outcome';

const BASE = 'mx.example';
const OWNER = '_25._tcp.mx.example';

function tlsa(owner: string, usage = 3, octets = 32): ResourceRecord {
  const data = {
    type: 'TLSA',
    usage,
    selector: 1,
    matchingType: 1,
    association: new Uint8Array(octets).fill(0xab),
  } as const;
  return { name: nameOf(owner), type: RR_TYPE.TLSA, class: 1, ttl: 300, rdata: new Uint8Array(), data };
}

describe('readTlsa', () => {
  it('reads records, usable and not', () => {
    const reading = readTlsa(BASE, answered({ answers: [tlsa(OWNER), tlsa(OWNER, 1)] }));
    expect(reading).toEqual({
      kind: 'records',
      ttl: 300,
      records: [
        { usage: 3, selector: 1, matchingType: 1, association: 'ab'.repeat(32), unusable: null },
        { usage: 1, selector: 1, matchingType: 1, association: 'ab'.repeat(32), unusable: 'usage' },
      ],
    });
  });

  it('follows aliases (RFC 7672 §2.2.3), and takes none that leads nowhere for records', () => {
    const alias = cname(OWNER, 'keys.example');
    expect(readTlsa(BASE, answered({ answers: [alias, tlsa('keys.example')] })).kind).toBe('records');
    const dangling = answered({ answers: [alias], authorities: [soa('example')], rcode: RCODE.NXDOMAIN });
    expect(readTlsa(BASE, dangling).kind).toBe('none');
  });

  it.each([
    ['another name', { answers: [tlsa('_465._tcp.mx.example')], authorities: [soa('example')] }, 'none'],
    ['NODATA', { authorities: [soa('example')] }, 'none'],
    ['NXDOMAIN', { rcode: RCODE.NXDOMAIN, authorities: [soa('example')] }, 'none'],
    ['NXDOMAIN without SOA, which a filter makes up', { rcode: RCODE.NXDOMAIN }, 'failed'],
    ['"Blocked" (RFC 8914 §4.16)', { extendedErrors: [{ code: 15, text: '' }] }, 'failed'],
    ['an alias of itself', { answers: [cname(OWNER, OWNER)] }, 'failed'],
  ] as const)('%s: %#', (_, parts, kind) => {
    expect(readTlsa(BASE, answered(parts)).kind).toBe(kind);
  });

  it('keeps the failure', () => {
    expect(readTlsa(BASE, failed('timeout'))).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } });
  });
});

import { describe, expect, it } from 'vitest';
import type { RecordData } from '@/utils/dns/message';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import { readData } from '@/utils/dns/read-data';
import { WireReader } from '@/utils/dns/wire-reader';
import { dnsName, hex } from './build-message';

function read(type: RrTypeName, rdata: string) {
  const reader = new WireReader(hex(rdata));
  const data = readData(reader, RR_TYPE[type]);
  return { data, fault: reader.fault?.code ?? null };
}

const ORG = '07 6578616d706c65 03 6f7267 00';

describe('readData', () => {
  const org = dnsName('example.org');
  const good: [rdata: string, data: RecordData][] = [
    ['c0000201', { type: 'A', address: '192.0.2.1' }],
    ['20010db8000000000000000000000001', { type: 'AAAA', address: '2001:db8::1' }],
    [`000a ${ORG}`, { type: 'MX', preference: 10, exchange: org }],
    ['0000 00', { type: 'MX', preference: 0, exchange: dnsName('.') }],
    ['00', { type: 'TXT', strings: [hex('')] }],
    ['02 763d 01 ff 00', { type: 'TXT', strings: [hex('763d'), hex('ff'), hex('')] }],
    [ORG, { type: 'CNAME', target: org }],
    [ORG, { type: 'DNAME', target: org }],
    [ORG, { type: 'NS', target: org }],
    [
      `${ORG} 01 61 00 ffffffff 00000002 00000003 00000004 00000005`,
      {
        type: 'SOA',
        mname: org,
        rname: dnsName('a'),
        serial: 0xffffffff,
        refresh: 2,
        retry: 3,
        expire: 4,
        minimum: 5,
      },
    ],
    ['4f66 08 02 e06d', { type: 'DS', keyTag: 20326, algorithm: 8, digestType: 2, digest: hex('e06d') }],
    ['0101 03 0d 0102', { type: 'DNSKEY', flags: 257, protocol: 3, algorithm: 13, publicKey: hex('0102') }],
    [
      `000f 0d 02 00000e10 ffffffff 80000000 1234 ${ORG} aabb`,
      {
        type: 'RRSIG',
        typeCovered: 15,
        algorithm: 13,
        labels: 2,
        originalTtl: 3600,
        expiration: 0xffffffff,
        inception: 0x80000000,
        keyTag: 0x1234,
        signer: org,
        signature: hex('aabb'),
      },
    ],
    [`${ORG} 0006 400100000003`, { type: 'NSEC', next: org, types: [1, 15, 46, 47] }],
    [
      '01 01 000c 04 aabbccdd 02 0102 0001 40',
      {
        type: 'NSEC3',
        hashAlgorithm: 1,
        flags: 1,
        iterations: 12,
        salt: hex('aabbccdd'),
        nextHashed: hex('0102'),
        types: [1],
      },
    ],
    [
      '01 00 0000 00 02 0102',
      {
        type: 'NSEC3',
        hashAlgorithm: 1,
        flags: 0,
        iterations: 0,
        salt: hex(''),
        nextHashed: hex('0102'),
        types: [],
      },
    ],
    ['03 01 01 aabb', { type: 'TLSA', usage: 3, selector: 1, matchingType: 1, association: hex('aabb') }],
    ['03 01 01', { type: 'TLSA', usage: 3, selector: 1, matchingType: 1, association: hex('') }],
  ];
  it.each(good)('reads %s as %o', (rdata, data) => {
    expect(data.type === 'UNKNOWN' ? null : read(data.type, rdata)).toEqual({ data, fault: null });
  });

  const bad: [type: RrTypeName, rdata: string, fault: string, why: string][] = [
    ['A', 'c00002', 'overrun', 'three octets'],
    ['A', 'c000020100', 'rdata', 'five octets'],
    ['AAAA', 'c0000201', 'overrun', 'four octets'],
    ['MX', '000a', 'overrun', 'no exchange'],
    ['MX', `000a ${ORG} 00`, 'rdata', 'more than an exchange'],
    ['MX', '000a c000', 'pointer', 'a pointer in lone RDATA'],
    ['TXT', '', 'overrun', 'no string at all'],
    ['TXT', '03 6161', 'overrun', 'a string past the end'],
    ['TXT', '00 05', 'overrun', 'a second string past the end'],
    ['CNAME', '', 'overrun', 'no name'],
    ['CNAME', `${ORG} 00`, 'rdata', 'more than a name'],
    ['SOA', `${ORG} ${ORG} 00000001`, 'overrun', 'four numbers missing'],
    ['SOA', `00 00 ${'00000001'.repeat(5)} 00`, 'rdata', 'more than five numbers'],
    ['DS', '4f66 08', 'overrun', 'no digest type'],
    ['DNSKEY', '0101 03', 'overrun', 'no algorithm'],
    ['RRSIG', `000f 0d 02 00000e10 00000001 00000001 1234 ${ORG}`, 'rdata', 'no signature'],
    ['NSEC', ORG, 'type-bitmap', 'no types: NSEC exists where NSEC stands'],
    ['NSEC', `${ORG} 0000`, 'type-bitmap', 'an empty block'],
    ['NSEC3', '01 00 0000 00 00', 'rdata', 'no hash'],
    ['NSEC3', '01 00 0000 04 aabb', 'overrun', 'a salt past the end'],
    ['TLSA', '03 01', 'overrun', 'no matching type'],
  ];
  it.each(bad)('refuses %s %s as %s: %s', (type, rdata, fault) => {
    expect(read(type, rdata).fault).toBe(fault);
  });

  it('leaves other types to whoever wants their octets', () => {
    const reader = new WireReader(hex('0102'));
    expect(readData(reader, 99)).toEqual({ type: 'UNKNOWN' });
    expect(reader.fault).toBeNull();
  });
});

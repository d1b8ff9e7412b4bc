import { describe, expect, it } from 'vitest';
import { readTypeBitmap } from '@/utils/dns/type-bitmap';
import { WireReader } from '@/utils/dns/wire-reader';
import { hex } from './build-message';

function read(text: string) {
  const reader = new WireReader(hex(text));
  const types = readTypeBitmap(reader);
  return { types, fault: reader.fault?.code ?? null };
}

describe('readTypeBitmap', () => {
  const good: [octets: string, types: number[], why: string][] = [
    ['', [], 'an empty non-terminal of NSEC3'],
    ['00 01 40', [1], 'A'],
    [
      `00 06 400100000003 04 1b ${'00'.repeat(26)} 20`,
      [1, 15, 46, 47, 1234],
      'the example of RFC 4034 §4.3: A MX RRSIG NSEC TYPE1234',
    ],
    ['00 07 620080 0000 1b 80', [1, 2, 6, 16, 43, 44, 46, 47, 48], 'what stands at the top of a zone'],
    ['ff 20' + '00'.repeat(31) + '01', [65535], 'the highest type'],
    ['00 06 000000000040', [], 'the bit of OPT is ignored'],
    ['00 01 c0', [1], 'the bit of type 0 is ignored'],
    [`00 20 ${'00'.repeat(31)}03`, [], 'QTYPEs are ignored: MAILA and ANY'],
    [`00 11 40${'00'.repeat(15)}80`, [1, 128], 'NXNAME counts (RFC 9824 §3.1)'],
  ];
  it.each(good)('reads %s as %j: %s', (text, types) => {
    expect(read(text)).toEqual({ types, fault: null });
  });

  const bad: [octets: string, fault: string, why: string][] = [
    ['00', 'overrun', 'a window without length'],
    ['00 02 40', 'overrun', 'a bitmap that ends early'],
    ['00 00', 'type-bitmap', 'an empty block'],
    ['00 01 00', 'type-bitmap', 'a block without any type'],
    ['00 02 4000', 'type-bitmap', 'a zero octet at the end'],
    [`00 21 ${'40'.repeat(33)}`, 'type-bitmap', 'more than 32 octets'],
    ['01 01 40 00 01 40', 'type-bitmap', 'windows that descend'],
    ['00 01 40 00 01 20', 'type-bitmap', 'a window twice'],
  ];
  it.each(bad)('refuses %s as %s: %s', (text, fault) => {
    expect(read(text)).toEqual({ types: [], fault });
  });
});

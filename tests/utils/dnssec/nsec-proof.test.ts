/** What NSEC records prove, and what they do not. */
import { describe, expect, it } from 'vitest';
import { dnsName } from '../dns/build-message';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import type { NsecRecord } from '@/utils/dnssec/denial-records';
import { nsecCut, nsecDeniesAll, nsecDeniesName, nsecDeniesType } from '@/utils/dnssec/nsec-proof';

/** "owner next TYPE TYPE". */
const nsec = (line: string): NsecRecord => {
  const [owner = '', next = '', ...types] = line.split(' ');
  const numbers = types.map((type) => (type === 'NXNAME' ? 128 : RR_TYPE[type as RrTypeName]));
  return { owner: dnsName(owner), next: dnsName(next), types: numbers };
};

describe('that a name does not exist', () => {
  it.each([
    ['c.z', ['b.z d.z A', 'z b.z SOA NS'], 'proven', 'two neighbours, and the wildcard'],
    ['c.z', ['z d.z SOA NS'], 'proven', 'one range for both'],
    ['c.z', ['b.z d.z A'], 'unproven', 'without the wildcard'],
    ['c.z', ['z z SOA NS'], 'proven', 'a zone with one name'],
    ['x.z', ['d.z z A', 'z b.z SOA NS'], 'proven', 'the last range leads back to the top'],
    ['x.zz', ['d.z z A', 'z b.z SOA NS'], 'unproven', 'a name that is not in the zone'],
    ['b.z', ['b.z d.z A', 'z b.z SOA NS'], 'unproven', 'the name itself'],
    ['d.z', ['b.z d.z A', 'z b.z SOA NS'], 'unproven', 'the next name'],
    ['c.z', ['b.z x.c.z A', 'z b.z SOA NS'], 'unproven', 'a name that something is below of'],
    ['x.b.z', ['b.z d.z NS', 'z b.z SOA NS'], 'unproven', 'below a delegation'],
    ['x.b.z', ['b.z d.z DNAME', 'z b.z SOA NS'], 'unproven', 'below a DNAME'],
    ['x.b.z', ['b.z d.z A'], 'proven', 'below a host: its own range holds the wildcard'],
    ['c.z', ['c.z d.z NXNAME'], 'proven', 'a name that says so itself (RFC 9824)'],
    ['c.z', [], 'unproven', 'nothing'],
  ])('%s by %j: %s (%s)', (name, lines, expected) => {
    expect(nsecDeniesName(lines.map(nsec), dnsName(name))).toBe(expected);
  });
});

describe('that a name has no TXT records', () => {
  it.each([
    ['b.z', ['b.z d.z A'], 'proven', 'its own list'],
    ['b.z', ['b.z d.z A TXT'], 'unproven', 'its own list has it'],
    ['b.z', ['b.z d.z CNAME'], 'unproven', 'an alias'],
    ['b.z', ['b.z d.z NS DS'], 'unproven', 'a delegation, seen from above'],
    ['z', ['z d.z SOA NS'], 'proven', 'the top of the zone'],
    ['c.z', ['b.z x.c.z A'], 'proven', 'an empty non-terminal'],
    ['c.z', ['b.z d.z A', 'z b.z SOA NS'], 'unproven', 'an absent name is another answer'],
    ['c.z', ['b.z d.z A', '*.z b.z A'], 'proven', 'a wildcard without it'],
    ['c.z', ['b.z d.z A', '*.z b.z TXT'], 'unproven', 'a wildcard with it'],
    ['c.z', ['b.z d.z A', '*.z b.z CNAME'], 'unproven', 'a wildcard that is an alias'],
    ['c.z', ['*.z b.z A'], 'unproven', 'a wildcard alone'],
    ['c.z', ['b.z d.z A', 'z x.*.z SOA NS'], 'proven', 'a wildcard that is itself empty'],
  ])('%s by %j: %s (%s)', (name, lines, expected) => {
    expect(nsecDeniesType(lines.map(nsec), dnsName(name), RR_TYPE.TXT)).toBe(expected);
  });
});

describe('that nothing is closer than a wildcard', () => {
  it.each([
    ['c.z', ['b.z d.z A'], 'proven', 'a range'],
    ['c.z', ['b.z x.c.z A'], 'unproven', 'something is below'],
    ['c.z', ['c.z d.z A'], 'unproven', 'it exists'],
  ])('%s by %j: %s (%s)', (name, lines, expected) => {
    expect(nsecDeniesAll(lines.map(nsec), dnsName(name))).toBe(expected);
  });
});

describe('what a name is that has no DS', () => {
  it.each([
    ['b.z', ['b.z d.z NS'], 'unsigned-delegation', 'NS, neither SOA nor DS'],
    ['b.z', ['b.z d.z A'], 'no-cut', 'a host (RFC 6840 §4.4)'],
    ['b.z', ['b.z d.z NS DS'], 'unproven', 'there is DS'],
    ['b.z', ['b.z d.z NS SOA'], 'unproven', 'the zone itself speaks'],
    ['b.z', ['b.z d.z CNAME'], 'unproven', 'an alias would have been sent'],
    ['c.z', ['b.z x.c.z A'], 'no-cut', 'an empty non-terminal'],
    ['c.z', ['b.z d.z A'], 'nothing-there', 'a range'],
    ['x.b.z', ['b.z d.z NS'], 'unproven', 'below a delegation'],
  ])('%s by %j: %s (%s)', (name, lines, expected) => {
    expect(nsecCut(lines.map(nsec), dnsName(name))).toBe(expected);
  });
});

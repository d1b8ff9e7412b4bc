import { describe, expect, it } from 'vitest';
import type { HostName } from '@/utils/dane/base-domains';
import { tlsaBases, tlsaName } from '@/utils/dane/base-domains';

const host = (expanded: string | null, address: HostName['address'], alias: HostName['alias']): HostName => ({
  host: 'mx.a',
  expanded,
  address,
  alias,
});

// prettier-ignore
const CASES: readonly (readonly [name: HostName, bases: readonly string[], why: string])[] = [
  [host(null,   'secure',        null),       ['mx.a'],          'no alias'],
  [host(null,   'insecure',      null),       [],                'an unsigned address (RFC 7672 §2.2.2)'],
  [host(null,   'bogus',         null),       [],                'an address that does not hold'],
  [host(null,   'indeterminate', null),       [],                'an address nobody knows'],
  [host('mx.b', 'secure',        null),       ['mx.b', 'mx.a'],  'signed to the end: expanded name first'],
  [host('mx.b', 'insecure',      'secure'),   ['mx.a'],          'signed only at the alias: the initial name'],
  [host('mx.b', 'insecure',      'insecure'), [],                'an unsigned alias'],
  [host('mx.b', 'insecure',      null),       [],                'an alias nobody looked at'],
  [host('mx.b', 'bogus',         'secure'),   [],                'a target that does not hold is no unsigned one'],
];

describe('tlsaBases', () => {
  it.each(CASES)('%j: %j (%s)', (...[name, bases]) => {
    expect(tlsaBases(name)).toEqual(bases);
  });
});

describe('tlsaName', () => {
  it('is for port 25 over TCP', () => {
    expect(tlsaName('mx.a')).toBe('_25._tcp.mx.a');
  });
});

import { describe, expect, it } from 'vitest';
import type { Recipient } from '@/utils/address/recipient';
import { readInput } from '@/utils/lookup/read-input';

const at = (domain: string): Recipient => ({
  kind: 'domain',
  domain,
  unicode: domain,
  internationalLocalPart: false,
});

describe('readInput', () => {
  it.each([
    [at('a.example'), { kind: 'look-up', domain: 'a.example' }, 'an ordinary domain'],
    [at('printer.local'), { kind: 'special-use', domain: 'printer.local', gatheredAt: 7 }, 'multicast DNS'],
    [at('wiki.internal'), { kind: 'special-use', domain: 'wiki.internal', gatheredAt: 7 }, 'private use'],
    [at('abc.onion'), { kind: 'special-use', domain: 'abc.onion', gatheredAt: 7 }, 'RFC 7686 §2'],
    [
      { kind: 'address-literal', literal: '192.0.2.1', internationalLocalPart: false },
      { kind: 'address-literal', literal: '192.0.2.1', gatheredAt: 7 },
      'no MX, no policy (RFC 5321 §4.1.3, RFC 8461 §3.4)',
    ],
    [{ kind: 'unreadable', fault: 'no-at' }, { kind: 'unreadable', gatheredAt: 7 }, 'fails closed'],
  ] as const)('%j: %j (%s)', (...[recipient, expected]) => {
    expect(readInput(recipient, 7)).toEqual(expected);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64url, dohUrl } from '@/utils/network/doh-url';

it('base64url writes what Node writes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
    { seed: 9 },
  );
});

it.each([
  ['https://dns.example/dns-query', 'https://dns.example/dns-query?dns=_-4', 'plain'],
  [
    'https://dns.example/q?token=a',
    'https://dns.example/q?token=a&dns=_-4',
    'beside a parameter of the resolver',
  ],
])('dohUrl makes of %s %s: %s', (resolver, url) => {
  expect(dohUrl(resolver, Uint8Array.of(0xff, 0xee))).toBe(url);
});

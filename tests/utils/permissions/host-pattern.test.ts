import { describe, expect, it } from 'vitest';
import { hostPattern } from '@/utils/permissions/host-pattern';

describe('the pattern of a host', () => {
  it.each([
    ['https://dns.quad9.net/dns-query', 'https://dns.quad9.net/*', 'path falls away'],
    ['https://mail.example.org:8443', 'https://mail.example.org/*', 'Firefox knows no ports'],
    ['https://[2001:db8::1]/q', 'https://[2001:db8::1]/*', 'an address'],
  ])('of %s is %s (%s)', (url, pattern) => {
    expect(hostPattern(url)).toBe(pattern);
  });
  it.each([
    ['http://mail.example.org/', 'not https'],
    ['about:blank', 'no host'],
    ['mail.example.org', 'no URL'],
  ])('of %s there is none (%s)', (url) => {
    expect(hostPattern(url)).toBeNull();
  });
});

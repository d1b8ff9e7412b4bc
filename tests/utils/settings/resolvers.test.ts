import { describe, expect, it } from 'vitest';
import { DEFAULT_RESOLVER, RESOLVERS } from '@/utils/settings/resolvers';
import { parseResolverUrl } from '@/utils/settings/resolver-url';

describe('resolvers', () => {
  it.each([
    ['quad9', 'dns.quad9.net', true, 'blocks harmful names'],
    ['cloudflare', 'cloudflare-dns.com', false, 'its unfiltered address'],
    ['google', 'dns.google', false, 'does not filter'],
    ['mullvad', 'dns.mullvad.net', false, 'its unfiltered address'],
  ])('%s is asked at %s (%s: %s)', (id, host, filters) => {
    const resolver = RESOLVERS.find((each) => each.id === id);
    expect(new URL(resolver?.url ?? '').hostname).toBe(host);
    expect(resolver?.filters).toBe(filters);
  });

  it('have an address that would be accepted from the user, and say what becomes of queries', () => {
    for (const { id, url, privacyPolicy } of RESOLVERS) {
      expect(parseResolverUrl(url), id).toEqual({ ok: true, url });
      expect(new URL(privacyPolicy).protocol, id).toBe('https:');
    }
    expect(new Set(RESOLVERS.map(({ id }) => id)).size).toBe(RESOLVERS.length);
  });

  it('begin with Quad9', () => {
    expect(DEFAULT_RESOLVER.id).toBe('quad9');
  });
});

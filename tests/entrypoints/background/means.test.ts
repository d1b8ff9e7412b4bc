import { fakePermissions } from '../../fakes/fake-permissions';
import { describe, expect, it, vi } from 'vitest';
import type { LookUp, LookUpKind } from '@/entrypoints/background/look-ups';
import { meansFor, type Parts } from '@/entrypoints/background/means';
import { makeMemoryCache } from '@/utils/cache/memory-cache';
import { DEFAULT_SETTINGS, type PolicyReading, type Settings } from '@/utils/settings/settings';

const EVERYWHERE = ['https://*/*'];
const ONE = ['https://mta-sts.example.org/*'];

function makeParts() {
  const lookUps = vi.fn<(kind: LookUpKind) => LookUp>(
    () => () => Promise.reject(new Error('not asked here')),
  );
  const caches = [makeMemoryCache({ now: () => 0 }), makeMemoryCache({ now: () => 0 })] as const;
  const parts: Parts = {
    cacheFor: (incognito) => caches[incognito ? 1 : 0],
    lookUps,
    reportLookUps: () => () => Promise.reject(new Error('not asked here')),
    limit: { admits: () => Promise.resolve(true), forgetTab: () => Promise.resolve() },
  };
  return { parts, lookUps, caches };
}

const asking = { domain: 'example.org', incognito: false, policyClick: false };

describe('policies are read', () => {
  it.each<[PolicyReading, boolean, string[], boolean, string]>([
    ['always', false, EVERYWHERE, true, 'setting and permission'],
    ['always', false, ONE, true, 'setting and permission for this domain'],
    ['always', false, [], false, 'no permission'],
    ['ask', true, ONE, true, 'the click and the permission'],
    ['ask', false, EVERYWHERE, false, 'no click'],
    ['ask', true, [], false, 'no permission'],
    ['never', true, EVERYWHERE, false, 'a click does not outdo the setting'],
    ['never', false, EVERYWHERE, false, 'a permission is no consent'],
  ])('with "%s", click %s, holding %j: %s (%s)', async (policies, policyClick, granted, expected) => {
    fakePermissions({ browser: 'chrome', granted });
    const { parts, lookUps } = makeParts();
    const means = await meansFor(parts, { ...DEFAULT_SETTINGS, policies }, { ...asking, policyClick });
    expect(means?.readsPolicies).toBe(expected);
    expect(lookUps.mock.calls[0]?.[0].readPolicies).toBe(expected);
  });

  it('never for what is no domain', async () => {
    fakePermissions({ browser: 'chrome', granted: EVERYWHERE });
    const { parts } = makeParts();
    const settings: Settings = { ...DEFAULT_SETTINGS, policies: 'always' };
    expect((await meansFor(parts, settings, { ...asking, domain: '[192.0.2.1]' }))?.readsPolicies).toBe(
      false,
    );
  });
});

describe('the means', () => {
  it('are the resolvers the user chose, in order', async () => {
    fakePermissions({ browser: 'chrome' });
    const { parts, lookUps } = makeParts();
    await meansFor(parts, { ...DEFAULT_SETTINGS, fallbacks: ['mullvad'] }, asking);
    expect(lookUps.mock.calls[0]?.[0].resolvers).toEqual([
      'https://dns.quad9.net/dns-query',
      'https://dns.mullvad.net/dns-query',
    ]);
  });

  it('are another cache for private windows', async () => {
    fakePermissions({ browser: 'chrome' });
    const { parts, caches } = makeParts();
    expect((await meansFor(parts, DEFAULT_SETTINGS, asking))?.cache).toBe(caches[0]);
    expect((await meansFor(parts, DEFAULT_SETTINGS, { ...asking, incognito: true }))?.cache).toBe(caches[1]);
  });

  it('are none without a resolver', async () => {
    const { parts } = makeParts();
    const settings: Settings = { ...DEFAULT_SETTINGS, resolver: { id: 'custom', url: null } };
    expect(await meansFor(parts, settings, asking)).toBeNull();
  });
});

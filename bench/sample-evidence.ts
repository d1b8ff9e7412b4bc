import type { AnswerSecurity, LookedUp } from '@/utils/verdict/evidence';

const SIGNED: AnswerSecurity = { state: 'secure', by: 'resolver', chain: [], confirmed: false };

/** Evidence about a domain with three hosts, two of which its policy names. */
export function sampleEvidence(domain: string, now: number): LookedUp {
  const names = ['mx1', 'mx2', 'old'].map((label) => `${label}.${domain}`);
  const hosts = names.map((name, index) => ({ name, preference: 10 * (index + 1) }));
  return {
    kind: 'domain',
    domain,
    mx: {
      reading: { kind: 'hosts', hosts, unusable: [] },
      expanded: null,
      authenticData: true,
      ttl: 300,
      security: SIGNED,
    },
    hosts: hosts.map((host) => ({
      ...host,
      address: { kind: 'found', addresses: ['192.0.2.1'], security: SIGNED },
      dane: { kind: 'absent', security: SIGNED },
    })),
    mtaSts: bindingPolicy(names.slice(0, 2), now),
    observations: [],
    resolver: 'https://resolver.test/dns-query',
    gatheredAt: now,
    validUntil: now + 300_000,
  };
}

function bindingPolicy(mx: readonly string[], now: number): LookedUp['mtaSts'] {
  const until = now + 604_800_000;
  const policy = { mode: 'enforce', mx, maxAge: 604_800 } as const;
  return {
    record: {
      reading: { kind: 'found', id: '20261101', lowConfidence: false },
      authenticData: true,
      ttl: 300,
    },
    policy: {
      kind: 'read',
      cached: { id: '20261101', policy, fetchedAt: now, expiresAt: until },
      warnings: [],
    },
    live: null,
  };
}

/** Evidence and databases for tests of the cache. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { CacheOptions } from '@/utils/cache/open-cache';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { PolicyMemory } from '@/utils/verdict/policy-memory';
import type { ReportEvidence } from '@/utils/tlsrpt/record';
import { HOUR, NOW, NO_STS, domain, host, policy, read } from '../verdict/sample-evidence';

export const DAY = 24 * HOUR;
export const RESOLVER = 'https://resolver.example/dns-query';
export const OTHER_RESOLVER = 'https://other.example/dns-query';

/** Evidence that holds for an hour from `gatheredAt`. */
export function evidence(name: string, gatheredAt = NOW, resolver = RESOLVER): LookedUp {
  const sample = domain([host('mx.example')], read('enforce', 'mx.example'));
  return { ...sample, domain: name, resolver, gatheredAt, validUntil: gatheredAt + HOUR };
}

/** The same without anything that requires encryption. */
export function openEvidence(name: string, gatheredAt = NOW): LookedUp {
  return { ...evidence(name, gatheredAt), mtaSts: NO_STS };
}

/** Addresses for reports that hold for an hour. */
export function reports(name: string, gatheredAt = NOW, resolver = RESOLVER): ReportEvidence {
  const reading = { kind: 'found', rua: ['mailto:a@example.com'] } as const;
  return { domain: name, resolver, reading, gatheredAt, validUntil: gatheredAt + HOUR };
}

export const MEMORY: PolicyMemory = { cached: policy('enforce', ['mx.example']), failure: null };

export type TestDatabase = NonNullable<CacheOptions['indexedDB']>;

/** An empty disk. */
export function makeDisk(): TestDatabase {
  return { factory: new IDBFactory(), keyRange: IDBKeyRange };
}

/** A clock that tests set. */
export interface SetClock {
  now: number;
}

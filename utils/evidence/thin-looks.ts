/** Drops looks that no rule needs, so that a list of many hosts and days stays small. */
import { MAX_LOOKS_PER_HOST } from './evidence-list';
import type { Look } from './look';
import { MISMATCH_LOOKS, PROOF_LOOKS, TLS_WORTH } from './proof-rules';

/**
 * Of each address and prober: the newest looks with STARTTLS, the first and the newest without since then,
 * the newest that was inconclusive. Doubled looks and those too old to count go.
 */
export function thinLooks(looks: readonly Look[], now: number): Look[] {
  const groups = new Map<string, Look[]>();
  for (const look of looks) {
    if (now - look.at > TLS_WORTH) continue;
    const key = [look.address, look.network, look.vantage].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), look]);
  }
  return [...groups.values()]
    .flatMap(thinGroup)
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_LOOKS_PER_HOST);
}

function thinGroup(looks: readonly Look[]): Look[] {
  const byTime = new Map(looks.map((look) => [look.at, look]));
  const sorted = [...byTime.values()].sort((a, b) => a.at - b.at);
  const offered = sorted.filter(({ startTls }) => startTls === 'offered');
  const lastOffer = offered.at(-1)?.at ?? -1;
  const without = sorted.filter(({ startTls, at }) => startTls === 'not-offered' && at > lastOffer);
  const unclear = sorted.filter(({ startTls }) => startTls === 'inconclusive');
  const kept = [
    ...offered.slice(-MISMATCH_LOOKS),
    ...without.slice(0, 1),
    ...without.slice(1).slice(-PROOF_LOOKS),
  ];
  return [...kept, ...unclear.slice(-1)];
}

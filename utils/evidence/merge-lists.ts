/** Joins the looks of several lists into one. */
import type { EvidenceList, ListHeader } from './evidence-list';
import { makeList } from './evidence-list';
import type { Look } from './look';
import { thinLooks } from './thin-looks';

/**
 * One list with the looks of all, unsigned. Equal looks become one; what no rule needs any more at
 * `header.madeAt` is dropped, and hosts without looks with it.
 */
export function mergeLists(lists: readonly EvidenceList[], header: ListHeader): EvidenceList {
  const all = new Map<string, Look[]>();
  for (const { hosts } of lists) {
    for (const [host, looks] of Object.entries(hosts)) {
      const known = all.get(host);
      if (known === undefined) all.set(host, [...looks]);
      else known.push(...looks);
    }
  }
  const kept = new Map<string, Look[]>();
  for (const [host, looks] of all) {
    const thinned = thinLooks(looks, header.madeAt);
    if (thinned.length > 0) kept.set(host, thinned);
  }
  return makeList(header, kept);
}

/** Numbers about a list. */
import type { EvidenceList } from './evidence-list';
import { plainStanding, type PlainStanding } from './host-standing';
import type { Look } from './look';

export interface ListStats {
  readonly hosts: number;
  readonly looks: number;
  /** First and last look; null for an empty list. Milliseconds since the epoch. */
  readonly from: number | null;
  readonly to: number | null;
  readonly networks: readonly string[];
  /** Hosts by what the list says of them at the given time, taking the addresses in it for all there are. */
  readonly standings: Readonly<Record<PlainStanding['kind'], number>>;
  /** Looks by outcome: "offered", "not-offered" or the reason for being inconclusive. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Counts a list through. */
export function listStats(list: EvidenceList, now: number): ListStats {
  const standings = {
    unseen: 0,
    inconclusive: 0,
    unencrypted: 0,
    'unencrypted-here': 0,
    offered: 0,
    weak: 0,
  };
  const outcomes: Record<string, number> = {};
  const networks = new Set<string>();
  const span = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY, looks: 0 };
  for (const looks of Object.values(list.hosts)) {
    standings[plainStanding(addressesOf(looks), looks, now).kind] += 1;
    for (const look of looks) {
      const outcome = look.reason ?? look.startTls;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      networks.add(look.network);
      span.from = Math.min(span.from, look.at);
      span.to = Math.max(span.to, look.at);
      span.looks += 1;
    }
  }
  const empty = span.looks === 0;
  return {
    hosts: Object.keys(list.hosts).length,
    looks: span.looks,
    from: empty ? null : span.from,
    to: empty ? null : span.to,
    networks: [...networks].sort(),
    standings,
    outcomes,
  };
}

function addressesOf(looks: readonly Look[]): string[] {
  return [...new Set(looks.map(({ address }) => address))];
}

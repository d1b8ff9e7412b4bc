/** Zones whose keys are proven, or proven to have none, kept for as long as that holds and shared by all look-ups. */
import type { ZoneFinding } from '@/utils/dnssec/zone-finding';

/** Beyond this the oldest are forgotten. */
const MAX_ZONES = 1000;
/** Seconds. A zone that withdraws a key wants to be believed within a day. */
const LONGEST = 24 * 60 * 60;

export interface ZoneKeyCache {
  /**
   * The finding for a zone, by its name in lower case; made if there is none. Who asks while one is being
   * made gets that one, `joined`.
   */
  readonly find: (key: string, make: () => Promise<ZoneFinding>) => Promise<Found>;
  /** Forgets everything. */
  readonly clear: () => void;
}

export interface Found {
  readonly finding: ZoneFinding;
  /** Made by another's request, under another's deadline. */
  readonly joined: boolean;
}

interface Kept {
  readonly finding: ZoneFinding;
  readonly since: number;
  readonly until: number;
}

/** @param o.now milliseconds since the epoch. A clock that is set back ends what was kept, never lengthens it. */
export function makeZoneKeyCache(o: { readonly now: () => number }): ZoneKeyCache {
  const kept = new Map<string, Kept>();
  const flights = new Map<string, Promise<ZoneFinding>>();
  const keep = (key: string, finding: ZoneFinding): void => {
    const since = o.now();
    kept.delete(key);
    kept.set(key, { finding, since, until: since + 1000 * Math.min(finding.ttl, LONGEST) });
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_ZONES) break;
      kept.delete(oldest);
    }
  };
  const start = (key: string, make: () => Promise<ZoneFinding>): Promise<ZoneFinding> => {
    const flight = make()
      .then((finding) => {
        keep(key, finding);
        return finding;
      })
      .finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
  return {
    find: async (key, make) => {
      const known = kept.get(key);
      const now = o.now();
      if (known !== undefined && known.since <= now && now < known.until) {
        return { finding: remaining(known, now), joined: false };
      }
      const flight = flights.get(key);
      if (flight !== undefined) return { finding: await flight, joined: true };
      return { finding: await start(key, make), joined: false };
    },
    clear: () => {
      kept.clear();
    },
  };
}

function remaining({ finding, since }: Kept, now: number): ZoneFinding {
  return { ...finding, ttl: Math.max(0, finding.ttl - Math.floor((now - since) / 1000)) };
}

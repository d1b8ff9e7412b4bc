/** What the looks at one address amount to. */
import type { Look } from './look';
import {
  CLOCK_SLACK,
  PROOF_CONTROLS,
  PROOF_FRESHNESS,
  PROOF_LOOKS,
  PROOF_NETWORKS,
  PROOF_SILENCE,
  PROOF_SPAN,
  TLS_WORTH,
} from './proof-rules';

export interface AddressCount {
  readonly address: string;
  /** The newest look that saw STARTTLS within the time it counts; null if none did. */
  readonly offered: Look | null;
  /** Looks that saw none, confirmed by controls, since it was last offered; oldest first. */
  readonly without: readonly Look[];
  /** Networks those came from, sorted. */
  readonly networks: readonly string[];
  /** The newest look of whatever outcome; null if there is none. */
  readonly newest: Look | null;
  /** How much `without` proves. */
  readonly proof: 'two-networks' | 'one-network' | 'too-few' | 'too-old' | 'none';
}

/** Counts the looks at one address. Looks older than 90 days, or from the future, are passed over. */
export function countLooks(address: string, looks: readonly Look[], now: number): AddressCount {
  const counted = looks
    .filter((look) => look.address === address && isWithin(look, now))
    .sort((a, b) => a.at - b.at);
  const offered = counted.filter((look) => look.startTls === 'offered').at(-1) ?? null;
  const without = counted.filter((look) => isWithout(look) && look.at > (offered?.at ?? -1));
  const networks = [...new Set(without.map((look) => look.network))].sort();
  const newest = counted.at(-1) ?? null;
  return { address, offered, without, networks, newest, proof: proofOf({ offered, without, networks }, now) };
}

/** Whether the look is one of the last 90 days. */
export function isWithin(look: Look, now: number): boolean {
  return look.at <= now + CLOCK_SLACK && now - look.at <= TLS_WORTH;
}

function isWithout({ startTls, controls }: Look): boolean {
  return startTls === 'not-offered' && controls >= PROOF_CONTROLS;
}

function proofOf(
  { offered, without, networks }: Pick<AddressCount, 'offered' | 'without' | 'networks'>,
  now: number,
): AddressCount['proof'] {
  const [first, last] = [without[0], without.at(-1)];
  if (first === undefined || last === undefined) return 'none';
  if (now - last.at > PROOF_FRESHNESS) return 'too-old';
  const enough = without.length >= PROOF_LOOKS && last.at - first.at >= PROOF_SPAN;
  if (!enough || (offered !== null && now - offered.at < PROOF_SILENCE)) return 'too-few';
  return networks.length >= PROOF_NETWORKS ? 'two-networks' : 'one-network';
}

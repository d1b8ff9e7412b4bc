/**
 * What all looks at one MX host amount to: the counting behind "seen without STARTTLS". It gives no level;
 * `utils/verdict` does.
 */
import type { AddressCount } from './count-looks';
import { countLooks, isWithin } from './count-looks';
import type { CertificateFinding, InconclusiveReason, Look, TlsVersion } from './look';
import { PROOF_ADDRESSES } from './proof-rules';

/** Why looks prove nothing. */
export type Inconclusive =
  | InconclusiveReason
  /** Seen without STARTTLS, but not often, not long or not from enough control. */
  | 'too-few'
  /** Seen without STARTTLS, but not lately. */
  | 'too-old'
  /** The host has IPv6 addresses only, which half the world cannot reach. */
  | 'ipv6-only'
  /** One of its addresses has not been looked at, or they are not known. */
  | 'address-unseen';

export interface WithoutStartTls {
  /** `unencrypted`: proven; `unencrypted-here`: as well, but seen from one network only. */
  readonly kind: 'unencrypted' | 'unencrypted-here';
  /** First and last of the looks that count, and how many there are. Milliseconds since the epoch. */
  readonly since: number;
  readonly at: number;
  readonly looks: number;
  readonly networks: readonly string[];
}

export interface WithStartTls {
  /** `offered`: TLS 1.2 or later at every address where it was tried; `weak`: see `why`. */
  readonly kind: 'offered' | 'weak';
  readonly why: 'handshake-failed' | 'old-tls' | 'some-addresses-without' | null;
  /** Of the look at `at`; null if the handshake failed. */
  readonly tls: TlsVersion | null;
  readonly certificate: CertificateFinding | null;
  /** The look this rests on. */
  readonly at: number;
  /** The newest look since then, or at another address, that saw none; null if there is none. */
  readonly contradictedAt: number | null;
}

export type PlainStanding =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'inconclusive'; readonly why: Inconclusive; readonly at: number }
  | WithoutStartTls
  | WithStartTls;

/**
 * What the looks say of a host.
 *
 * @param addresses all addresses published now
 * @param looks of this host; the order does not matter
 * @param now milliseconds since the epoch
 */
export function plainStanding(
  addresses: readonly string[],
  looks: readonly Look[],
  now: number,
): PlainStanding {
  const fresh = looks.filter((look) => isWithin(look, now));
  const newest = fresh.reduce<Look | null>((last, look) => (last && last.at >= look.at ? last : look), null);
  if (newest === null) return { kind: 'unseen' };
  const published = [...addresses].sort().slice(0, PROOF_ADDRESSES);
  const counts = published.map((address) => countLooks(address, fresh, now));
  return withStartTls(counts, fresh, now) ?? withoutStartTls(counts) ?? inconclusive(counts, newest);
}

/** STARTTLS was seen, at an address where nothing newer proves the opposite. */
function withStartTls(
  counts: readonly AddressCount[],
  looks: readonly Look[],
  now: number,
): WithStartTls | null {
  const bare = counts.some(({ proof }) => isProof(proof));
  const offers = counts.flatMap(({ offered, proof }) => (offered && !isProof(proof) ? [offered] : []));
  // A host may have moved since; what it did at its old addresses still tells what it can.
  if (offers.length === 0 && !bare) offers.push(...offersAnywhere(looks, now));
  const worst = offers.sort((a, b) => weakness(b) - weakness(a) || b.at - a.at)[0];
  if (worst === undefined) return null;
  const why = bare ? 'some-addresses-without' : WEAKNESSES[weakness(worst)];
  const contradictions = counts.flatMap(({ without }) => without.map(({ at }) => at));
  return {
    kind: why === null ? 'offered' : 'weak',
    why,
    tls: worst.handshake?.version ?? null,
    certificate: worst.handshake?.certificate ?? null,
    at: worst.at,
    contradictedAt: contradictions.length === 0 ? null : Math.max(...contradictions),
  };
}

function offersAnywhere(looks: readonly Look[], now: number): Look[] {
  const addresses = new Set(looks.map(({ address }) => address));
  return [...addresses].flatMap((address) => countLooks(address, looks, now).offered ?? []);
}

const WEAKNESSES = [null, 'old-tls', 'handshake-failed'] as const;

/** 0: TLS 1.2 or later; 1: older; 2: no handshake. */
function weakness({ handshake }: Look): 0 | 1 | 2 {
  if (handshake?.outcome !== 'done') return 2;
  return handshake.version === 'TLSv1.2' || handshake.version === 'TLSv1.3' ? 0 : 1;
}

function withoutStartTls(counts: readonly AddressCount[]): WithoutStartTls | null {
  const looks = counts.flatMap(({ without }) => without);
  const reachable = counts.some(({ address }) => !address.includes(':'));
  if (!reachable || !counts.every(({ proof }) => isProof(proof))) return null;
  const times = looks.map(({ at }) => at);
  return {
    kind: counts.every(({ proof }) => proof === 'two-networks') ? 'unencrypted' : 'unencrypted-here',
    since: Math.min(...times),
    at: Math.max(...times),
    looks: looks.length,
    networks: [...new Set(looks.map(({ network }) => network))].sort(),
  };
}

function inconclusive(counts: readonly AddressCount[], newest: Look): PlainStanding {
  return { kind: 'inconclusive', why: whyInconclusive(counts, newest), at: newest.at };
}

function whyInconclusive(counts: readonly AddressCount[], newest: Look): Inconclusive {
  const open = counts.filter(({ proof }) => !isProof(proof));
  if (counts.length > 0 && open.length === 0) return 'ipv6-only';
  if (counts.length === 0 || open.some((count) => count.newest === null)) return 'address-unseen';
  const reasons = open.flatMap((count) => count.newest?.reason ?? []);
  if (reasons[0] !== undefined) return reasons[0];
  if (open.some(({ proof }) => proof === 'too-old')) return 'too-old';
  return newest.startTls === 'not-offered' ? 'too-few' : (newest.reason ?? 'too-few');
}

function isProof(proof: AddressCount['proof']): boolean {
  return proof === 'two-networks' || proof === 'one-network';
}

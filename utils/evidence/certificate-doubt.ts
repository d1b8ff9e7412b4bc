/**
 * A certificate that does not fit, seen often enough to matter to a host that a policy binds. A TLSA
 * mismatch counts only against the records that are published *now*: keys are exchanged all the time.
 */
import type { Look } from './look';
import { MISMATCH_LOOKS, PROOF_FRESHNESS } from './proof-rules';

export interface CertificateDoubt {
  readonly kind: 'certificate' | 'tlsa';
  /** First and last of the looks in a row that saw it. Milliseconds since the epoch. */
  readonly since: number;
  readonly at: number;
  readonly looks: number;
}

/** Doubt for a host that MTA-STS binds: its certificate is not valid for its name (RFC 8461 §4.1). */
export function certificateDoubt(looks: readonly Look[], now: number): CertificateDoubt | null {
  return doubt('certificate', looks, now, ({ handshake }) => {
    const finding = handshake?.certificate ?? null;
    return finding === null ? null : finding === 'valid';
  });
}

/**
 * Doubt for a host that DANE binds (RFC 7672 §2.2).
 *
 * @param records published now, as "usage selector matching hex"
 */
export function tlsaDoubt(
  looks: readonly Look[],
  records: readonly string[],
  now: number,
): CertificateDoubt | null {
  const current = [...records].sort().join('\n');
  return doubt('tlsa', looks, now, ({ handshake }) => {
    const seen = handshake?.tlsa ?? null;
    if (seen === null || seen.outcome === 'unusable') return null;
    return [...seen.records].sort().join('\n') === current ? seen.outcome === 'match' : null;
  });
}

/** `fits` tells of one look whether the certificate fitted; null: it does not say. */
function doubt(
  kind: CertificateDoubt['kind'],
  looks: readonly Look[],
  now: number,
  fits: (look: Look) => boolean | null,
): CertificateDoubt | null {
  const telling = looks.filter((look) => fits(look) !== null && look.at <= now).sort((a, b) => a.at - b.at);
  const lastFit = telling.filter((look) => fits(look) === true).at(-1)?.at ?? -1;
  const times = telling.map(({ at }) => at).filter((at) => at > lastFit);
  const [since, at] = [times[0], times.at(-1)];
  if (since === undefined || at === undefined) return null;
  // Two addresses in one visit are one sight, not two.
  const distinct = new Set(times).size;
  if (distinct < MISMATCH_LOOKS || now - at > PROOF_FRESHNESS) return null;
  return { kind, since, at, looks: times.length };
}

/** How a zone is signed, where that is not the usual way. */
export interface SigningPlan {
  /** As dnssec-keygen calls it; default ECDSAP256SHA256. */
  readonly algorithm?: string;
  /** Default NSEC. */
  readonly denial?: { readonly iterations: number; readonly salt?: string; readonly optOut?: true };
  /** Digest of the DS record: 1, 2 or 4; default 2. */
  readonly dsDigest?: 1 | 2 | 4;
  /** When the signatures hold; default: from an hour ago to ten years from now. */
  readonly validity?: 'past' | 'future';
  /** What becomes of the DS records of the zone on their way to the zone above. */
  readonly changeDs?: (lines: string) => string;
  /** What becomes of the zone file after signing, one record a line. */
  readonly changeSigned?: (file: string) => string;
}

/** Arguments of dnssec-keygen. */
export function keyArguments({ algorithm = 'ECDSAP256SHA256' }: SigningPlan): string[] {
  const bits = algorithm.includes('RSA') ? ['-b', '2048'] : [];
  return ['-a', algorithm, ...bits, '-f', 'KSK'];
}

const PERIODS = {
  now: ['-e', 'now+10y'],
  past: ['-s', 'now-60d', '-e', 'now-1d'],
  future: ['-s', 'now+30d', '-e', 'now+90d'],
} as const;

/** Arguments of dnssec-signzone. */
export function signArguments({ denial, validity }: SigningPlan): string[] {
  const optOut = denial?.optOut === true ? ['-A'] : [];
  const nsec3 =
    denial === undefined ? [] : ['-3', denial.salt ?? '-', '-H', String(denial.iterations), ...optOut];
  return [...nsec3, ...PERIODS[validity ?? 'now']];
}

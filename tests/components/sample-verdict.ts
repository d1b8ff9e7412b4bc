import type { Verdict } from '@/utils/verdict/verdict';
import { reason } from '@/utils/verdict/reason';

export const NOON = Date.UTC(2027, 0, 15, 12);

/** A verdict on a domain about which nothing special is known, changed as a test needs it. */
export function sampleVerdict(domain: string, change: Partial<Verdict> = {}): Verdict {
  return {
    domain,
    level: 'opportunistic',
    conditional: false,
    mechanism: null,
    reasons: [reason('nothing-requires', {}), reason('sts-absent', {})],
    hosts: [{ name: `mx.${domain}`, preference: 10, level: 'opportunistic', skipped: false, reasons: [] }],
    mtaSts: { status: 'absent', id: null, mx: [], maxAge: null, expiresAt: null },
    dnssec: { mx: 'insecure', by: 'resolver' },
    tlsRpt: null,
    sender: 'gmail',
    resolver: 'https://dns.quad9.net/dns-query',
    checkedAt: NOON,
    validUntil: NOON + 3_600_000,
    ...change,
  };
}

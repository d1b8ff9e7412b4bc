/** Keys of a zone (RFC 4034 §2). */
import type { ResourceRecord } from '@/utils/dns/message';
import type { Name } from '@/utils/dns/name';

const ZONE_FLAG = 0x0100;
/** RFC 5011 §2.1: a key with this flag has been given up. */
const REVOKE_FLAG = 0x0080;
const DNSSEC_PROTOCOL = 3;

export interface ZoneKey {
  /** RFC 4034 appendix B: a hint, not unique. */
  readonly tag: number;
  readonly algorithm: number;
  readonly publicKey: Uint8Array;
  /** The whole RDATA, which a DS record digests. */
  readonly rdata: Uint8Array;
}

/** A zone whose keys are proven. */
export interface SignedZone {
  readonly name: Name;
  readonly keys: readonly ZoneKey[];
}

/** The keys that may sign a zone's records: Zone flag set, protocol 3 (RFC 4034 §2.1), not revoked. */
export function zoneKeys(records: readonly ResourceRecord[]): ZoneKey[] {
  return records.flatMap(({ data, rdata }) => {
    if (data.type !== 'DNSKEY' || data.protocol !== DNSSEC_PROTOCOL) return [];
    if ((data.flags & ZONE_FLAG) === 0 || (data.flags & REVOKE_FLAG) !== 0) return [];
    return [{ tag: keyTag(rdata), algorithm: data.algorithm, publicKey: data.publicKey, rdata }];
  });
}

/** The tag of a key (RFC 4034 appendix B), for every algorithm but the forbidden first. */
export function keyTag(rdata: Uint8Array): number {
  let sum = 0;
  rdata.forEach((octet, at) => {
    sum += at % 2 === 0 ? octet * 0x100 : octet;
  });
  return (sum + Math.floor(sum / 0x10000)) & 0xffff;
}

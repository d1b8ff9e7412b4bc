/** Whether a presented chain fits TLSA records (RFC 7672 §3.1, RFC 6698 §2.1). */
import { createHash, type X509Certificate } from 'node:crypto';
import type { TlsaOutcome } from '@/utils/evidence/look';
import { namesHost } from './certificate-finding';

export interface TlsaRecord {
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  readonly association: Uint8Array;
}

const DANE_TA = 2;
const DANE_EE = 3;
/** Octets of the digest of each matching type; null for the data itself. */
const DIGESTS: ReadonlyMap<number, { readonly name: string; readonly octets: number } | null> = new Map([
  [0, null],
  [1, { name: 'sha256', octets: 32 }],
  [2, { name: 'sha512', octets: 64 }],
]);

/** "usage selector matching hex", as `dig` prints it. */
export function tlsaText({ usage, selector, matchingType, association }: TlsaRecord): string {
  return `${usage} ${selector} ${matchingType} ${Buffer.from(association).toString('hex')}`;
}

/** Compares the chain with the records; `host` is the TLSA base domain. `now`: milliseconds since the epoch. */
export function matchTlsa(
  chain: readonly X509Certificate[],
  records: readonly TlsaRecord[],
  host: string,
  now: number,
): TlsaOutcome {
  const usable = strongest(records.filter(isUsable));
  if (usable.length === 0) return 'unusable';
  return usable.some((record) => fits(chain, record, host, now)) ? 'match' : 'mismatch';
}

/** Usages 0 and 1 are not for SMTP (RFC 7672 §3.1.3); a digest has its length. */
function isUsable({ usage, selector, matchingType, association }: TlsaRecord): boolean {
  const digest = DIGESTS.get(matchingType);
  if (digest === undefined || selector > 1 || (usage !== DANE_TA && usage !== DANE_EE)) return false;
  return digest === null ? association.length > 0 : association.length === digest.octets;
}

/** Digest agility: of each usage and selector the strongest digest counts, and the data itself (RFC 7671 §9). */
function strongest(records: readonly TlsaRecord[]): TlsaRecord[] {
  return records.filter(
    (record) =>
      record.matchingType === 0 ||
      !records.some(
        (other) =>
          other.usage === record.usage &&
          other.selector === record.selector &&
          other.matchingType > record.matchingType,
      ),
  );
}

function fits(chain: readonly X509Certificate[], record: TlsaRecord, host: string, now: number): boolean {
  const [leaf] = chain;
  if (leaf === undefined) return false;
  // Usage 3: neither names nor dates matter (RFC 7672 §3.1.1).
  if (record.usage === DANE_EE) return holds(leaf, record);
  // Usage 2: an issuer above the leaf, a sound path down from it, and the name (RFC 7672 §3.1.2, §3.2.1).
  const anchor = chain.findIndex((certificate, index) => index > 0 && holds(certificate, record));
  return anchor > 0 && namesHost(leaf, host) && isPath(chain.slice(0, anchor + 1), now);
}

function holds(certificate: X509Certificate, { selector, matchingType, association }: TlsaRecord): boolean {
  const data =
    selector === 0 ? certificate.raw : certificate.publicKey.export({ type: 'spki', format: 'der' });
  const digest = DIGESTS.get(matchingType) ?? null;
  const value = digest === null ? data : createHash(digest.name).update(data).digest();
  return value.equals(association);
}

function isPath(path: readonly X509Certificate[], now: number): boolean {
  return path.every((certificate, index) => {
    const issuer = path[index + 1];
    const inTime = Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
    if (issuer === undefined) return inTime && certificate.ca;
    return inTime && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  });
}

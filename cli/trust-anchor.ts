/** A file of DS records for the root of the DNS (RFC 4034 §5.3), one a line. */
import { parseName, ROOT } from '@/utils/dns/name';
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';

export type TrustAnchors =
  | { readonly ok: true; readonly anchors: readonly TrustAnchor[] }
  /** `line` counts from 1; null if the file holds no record at all. */
  | { readonly ok: false; readonly line: number | null };

/** Hexadecimal digits of each digest this project knows: SHA-1, SHA-256, SHA-384 (RFC 4034, 4509, 6605). */
const DIGEST_DIGITS: ReadonlyMap<number, number> = new Map([
  [1, 40],
  [2, 64],
  [4, 96],
]);

/** Owner, then TTL and class in either order or missing (RFC 1035 §5.1), then the four fields. */
const LINE = /^(\S+)\s+(?:\d+\s+|IN\s+){0,2}DS\s+(\d{1,5})\s+(\d{1,3})\s+(\d{1,3})\s+([0-9a-f][0-9a-f\s]*)$/i;

/** Reads the text of such a file. Blank lines and comments (";") are skipped; everything else is a DS record of the root. */
export function readTrustAnchors(text: string): TrustAnchors {
  const anchors: TrustAnchor[] = [];
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const line = row.replace(/;.*$/, '').trim();
    if (line === '') continue;
    const anchor = readLine(line);
    if (anchor === null) return { ok: false, line: index + 1 };
    anchors.push(anchor);
  }
  return anchors.length === 0 ? { ok: false, line: null } : { ok: true, anchors };
}

function readLine(line: string): TrustAnchor | null {
  const [, name, tag, algorithm, type, digits] = LINE.exec(line) ?? [];
  const owner = parseName(name ?? '');
  const digest = (digits ?? '').replace(/\s/g, '').toLowerCase();
  const anchor = { keyTag: Number(tag), algorithm: Number(algorithm), digestType: Number(type), digest };
  if (owner !== ROOT || anchor.keyTag > 0xffff || anchor.algorithm > 0xff) return null;
  return DIGEST_DIGITS.get(anchor.digestType) === digest.length ? { owner, ...anchor } : null;
}

/**
 * Just enough of DER (X.690 §8.1) to tell whether octets are one value with this outer shape. Whether a
 * certificate is any good is for the sending server to say; whether it is one at all decides here.
 */

const SEQUENCE = 0x30;
const BIT_STRING = 0x03;

/** Tag and contents of a value, and where the next one starts; null if the octets do not hold it whole. */
function readValue(
  octets: Uint8Array,
  start: number,
): { readonly tag: number; readonly contents: Uint8Array; readonly end: number } | null {
  const tag = octets[start];
  const first = octets[start + 1];
  if (tag === undefined || first === undefined) return null;
  // Below 128 the octet is the length; above, it says how many octets of length follow (X.690 §8.1.3).
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || more > 3) return null;
  const from = start + 2 + more;
  const length =
    more === 0 ? first : octets.subarray(start + 2, from).reduce((sum, octet) => sum * 256 + octet, 0);
  const end = from + length;
  return end > octets.length ? null : { tag, contents: octets.subarray(from, end), end };
}

/** The tags of the values inside the one SEQUENCE that the octets are; null if they are none. */
function sequenceTags(octets: Uint8Array): number[] | null {
  const outer = readValue(octets, 0);
  if (outer?.tag !== SEQUENCE || outer.end !== octets.length) return null;
  const tags: number[] = [];
  for (let at = 0; at < outer.contents.length;) {
    const value = readValue(outer.contents, at);
    if (value === null) return null;
    tags.push(value.tag);
    at = value.end;
  }
  return tags;
}

function isSequenceOf(octets: Uint8Array, shape: readonly number[]): boolean {
  const tags = sequenceTags(octets);
  return tags?.length === shape.length && tags.every((tag, index) => tag === shape[index]);
}

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signature } (RFC 5280 §4.1). */
export function looksLikeCertificate(octets: Uint8Array): boolean {
  return isSequenceOf(octets, [SEQUENCE, SEQUENCE, BIT_STRING]);
}

/** SubjectPublicKeyInfo ::= SEQUENCE { algorithm, subjectPublicKey } (RFC 5280 §4.1). */
export function looksLikePublicKey(octets: Uint8Array): boolean {
  return isSequenceOf(octets, [SEQUENCE, BIT_STRING]);
}

/** RSA keys as DNSKEY holds them (RFC 3110 §2). */

const MAX_MODULUS_OCTETS = 512;
const MIN_MODULUS_OCTETS = 64;
/** RFC 3110 allows exponents as long as the modulus, which make a verification thousands of times dearer. */
const MAX_EXPONENT_OCTETS = 4;

/** Reads exponent and modulus as a JSON Web Key (RFC 7518 §6.3.1); null if it is no key of a bearable size. */
export function rsaKey(publicKey: Uint8Array): JsonWebKey | null {
  const short = publicKey[0] ?? 0;
  const long = ((publicKey[1] ?? 0) << 8) | (publicKey[2] ?? 0);
  const [start, length] = short === 0 ? [3, long] : [1, short];
  const exponent = withoutZeros(publicKey.subarray(start, start + length));
  const modulus = withoutZeros(publicKey.subarray(start + length));
  if (exponent.length === 0 || exponent.length > MAX_EXPONENT_OCTETS) return null;
  if (modulus.length < MIN_MODULUS_OCTETS || modulus.length > MAX_MODULUS_OCTETS) return null;
  return { kty: 'RSA', n: base64Url(modulus), e: base64Url(exponent) };
}

function withoutZeros(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0);
  return first === -1 ? octets.subarray(octets.length) : octets.subarray(first);
}

function base64Url(octets: Uint8Array): string {
  const text = btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

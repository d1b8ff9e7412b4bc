/** The address of one DNS-over-HTTPS request by GET (RFC 8484 §4.1). */

/** base64url without padding (RFC 4648 §5), as RFC 8484 §6 wants it. */
export function base64url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (octet) => String.fromCharCode(octet)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The resolver's URL with the query in the variable `dns`; parameters of the resolver's own stay. */
export function dohUrl(resolver: string, query: Uint8Array): string {
  const separator = resolver.includes('?') ? '&' : '?';
  return `${resolver}${separator}dns=${base64url(query)}`;
}

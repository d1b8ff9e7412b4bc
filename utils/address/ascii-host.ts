/**
 * From a name in any script to A-labels (RFC 5891 §5), by `URL`, whose host parser is UTS 46 in its
 * non-transitional form. It is made for addresses of web pages and does more than wanted here, so that
 * its callers keep guards before and after it.
 */

/** The host that `URL` makes of the name: A-labels or an IPv4 address; null if it refuses. */
export function asciiHost(name: string): string | null {
  try {
    return new URL(`https://${name}/`).hostname;
  } catch {
    return null;
  }
}

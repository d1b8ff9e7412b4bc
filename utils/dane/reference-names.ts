/** Names that a certificate may carry under DANE-TA(2) (RFC 7672 §3.2.1–3.2.3); DANE-EE(3) needs none. */

export interface ReferenceParts {
  /** The host's own name, and what it stands for if every alias is signed. */
  readonly host: string;
  readonly expanded: string | null;
  /** The domain of the address, and what it stands for if every alias is signed. */
  readonly domain: string;
  readonly domainExpanded: string | null;
  /** Whether the domain has MX records, and their answer is signed. */
  readonly signedMx: boolean;
}

/**
 * Each name once. With an unsigned MX answer only the host's names count: whoever can forge it could else
 * send mail to a host of his own with a certificate for the domain (RFC 7672 §3.2.2).
 */
export function referenceNames(parts: ReferenceParts): string[] {
  const { host, expanded, domain, domainExpanded, signedMx } = parts;
  const names = [expanded, host, ...(signedMx ? [domain, domainExpanded] : [])];
  return [...new Set(names.filter((name) => name !== null))];
}

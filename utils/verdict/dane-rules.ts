/** The rows of the host table that rest on TLSA records (RFC 7672 §2.2; docs/verdicts.md, "DANE"). */
import type { DaneEvidence } from './evidence';
import type { HostCase } from './host-case';
import { isTlsaFailing } from './tlsa-failing';
import type { Reason } from './reason';
import { reason } from './reason';
import type { HostRuling } from './ruling';
import { plainRuling, skipped, used } from './ruling';

type FoundDane = Extract<DaneEvidence, { readonly kind: 'found' }>;

/** "TLSA look-up failing …: skipped; failed once: unknown" (RFC 7672 §2.1.2, §2.2). */
export function tlsaTrouble({ host, sender }: HostCase): HostRuling | null {
  if (host.dane.kind !== 'failed' || sender.checksDane === 'no') return null;
  const hosts = [host.name];
  if (!isTlsaFailing(host.dane)) return used(plainRuling('unknown', reason('tlsa-lookup-failed', { hosts })));
  return skipped({ ...plainRuling('blocked', reason('tlsa-lookup-failing', { hosts })), mechanism: 'dane' });
}

/**
 * "MX and address secure, at least one usable TLSA: enforced (dane)", if all of that was validated here;
 * on the resolver's word alone it is only expected. `policy`: what an MTA-STS policy makes of the host; it
 * is the better ground where DANE is less than certain.
 */
export function daneEnforced(c: HostCase, policy: HostRuling | null): HostRuling | null {
  const { host, mx, sender } = c;
  const dane = foundDane(c);
  if (dane === null || dane.usable === 0 || mx.state !== 'secure' || sender.checksDane === 'no') return null;
  const proven = mx.by === 'local' && isProven(c, dane);
  if (policy?.level === 'enforced' && !(proven && sender.checksDane === 'yes')) return null;
  const hosts = [host.name];
  const ruling = proven
    ? plainRuling('enforced', reason('dane-enforced', { hosts }))
    : { ...plainRuling('expected', reason('dane-unconfirmed', { hosts })), conditional: true };
  return used({ ...ruling, mechanism: 'dane' });
}

/** "Secure TLSA, none usable: expected `unauthenticated`": encryption is required of whoever answers. */
export function unauthenticated(c: HostCase): HostRuling | null {
  const dane = foundDane(c);
  if (dane === null || dane.usable > 0 || c.sender.checksDane === 'no') return null;
  return expectedBecause(c, dane, reason('unauthenticated', { hosts: [c.host.name] }));
}

/** "Unsigned MX, signed host with TLSA: expected `redirectable`" (RFC 7672 §2.2.1 MAY). */
export function redirectable(c: HostCase): HostRuling | null {
  const dane = foundDane(c);
  if (dane === null || c.mx.state === 'secure' || c.sender.checksDane === 'no') return null;
  return expectedBecause(c, dane, reason('redirectable', { hosts: [c.host.name] }));
}

/** "Does not check the only mechanism: expected if it is known to use STARTTLS, else opportunistic." */
export function daneUnchecked(c: HostCase): HostRuling | null {
  const { host, sender } = c;
  if (foundDane(c) === null || sender.checksDane !== 'no') return null;
  const level = sender.startTls === 'yes' ? 'expected' : 'opportunistic';
  const skips = reason('sender-skips-dane', { sender: sender.name });
  return used(plainRuling(level, skips, reason('dane-published', { hosts: [host.name] })));
}

function expectedBecause(c: HostCase, dane: FoundDane, why: Reason): HostRuling {
  const hosts = [c.host.name];
  const doubt = isProven(c, dane) ? [] : [reason('dane-unconfirmed', { hosts })];
  return used(plainRuling('expected', why, ...doubt));
}

function foundDane({ host }: HostCase): FoundDane | null {
  return host.dane.kind === 'found' ? host.dane : null;
}

/** A resolver's AD bit is its word, no proof (RFC 4035 §4.9.3, RFC 6840 §5.8). */
function isProven({ host }: HostCase, dane: FoundDane): boolean {
  const { address } = host;
  return dane.security.by === 'local' && address.kind === 'found' && address.security.by === 'local';
}

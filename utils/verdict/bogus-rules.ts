/**
 * Hosts whose signatures do not hold. A sender that checks takes such an answer for none and does not use
 * the host (RFC 7672 §2.1.2 MUST). Only where the resolver agrees is that a fact about the host.
 */
import type { HostCase } from './host-case';
import { reason } from './reason';
import type { HostRuling } from './ruling';
import { plainRuling, skipped, used } from './ruling';

/** "DNSSEC bogus: skipped", for the address. */
export function bogusAddress({ host, sender }: HostCase): HostRuling | null {
  if (host.address.kind !== 'bogus') return null;
  const hosts = [host.name];
  if (!host.address.security.confirmed) return unconfirmed(hosts);
  const why = reason('host-bogus', { hosts });
  if (sender.checksDane !== 'no') return skipped(plainRuling('blocked', why));
  // "Does not validate DNSSEC: unknown."
  return used(plainRuling('unknown', reason('sender-skips-dnssec', { sender: sender.name }), why));
}

/** The same for the TLSA records, which only a sender that checks DANE looks up. */
export function bogusTlsa({ host, sender }: HostCase): HostRuling | null {
  if (host.dane.kind !== 'bogus' || sender.checksDane === 'no') return null;
  const hosts = [host.name];
  if (!host.dane.security.confirmed) return unconfirmed(hosts);
  return skipped({ ...plainRuling('blocked', reason('host-bogus', { hosts })), mechanism: 'dane' });
}

/** Somebody is wrong or lies, and it need not be the domain: red needs proof. */
function unconfirmed(hosts: readonly string[]): HostRuling {
  return used(plainRuling('unknown', reason('host-unconfirmed', { hosts })));
}

/** Whether a whole domain was seen without STARTTLS: all its most-preferred hosts, or only a backup. */
import type { HostStanding } from './source-standing';

export interface RankedStanding {
  readonly host: string;
  /** Lower is preferred (RFC 5321 §5.1). */
  readonly preference: number;
  readonly standing: HostStanding;
}

export type DomainStanding =
  /** Every most-preferred host is proven without STARTTLS, from two networks. */
  | { readonly kind: 'unencrypted'; readonly hosts: readonly string[] }
  /** The same, but at least one was seen from one network only. */
  | { readonly kind: 'unencrypted-here'; readonly hosts: readonly string[] }
  /** Some hosts were, but not all of the most preferred ones. */
  | { readonly kind: 'some-hosts'; readonly hosts: readonly string[]; readonly backupsOnly: boolean }
  | { readonly kind: 'nothing' };

/** Joins the standings of all hosts of a domain. Hosts that are skipped for other reasons are left out before. */
export function domainStanding(hosts: readonly RankedStanding[]): DomainStanding {
  const best = Math.min(...hosts.map(({ preference }) => preference));
  const bare = hosts.filter(({ standing }) => isBare(standing));
  const preferred = hosts.filter(({ preference }) => preference === best);
  const names = bare.map(({ host }) => host);
  if (bare.length === 0) return { kind: 'nothing' };
  if (preferred.every(({ standing }) => isBare(standing))) {
    const proven = preferred.every(({ standing }) => standing.kind === 'unencrypted');
    return { kind: proven ? 'unencrypted' : 'unencrypted-here', hosts: names };
  }
  return { kind: 'some-hosts', hosts: names, backupsOnly: bare.every(({ preference }) => preference > best) };
}

function isBare({ kind }: HostStanding): boolean {
  return kind === 'unencrypted' || kind === 'unencrypted-here';
}

/** What a rule says, before it becomes part of a verdict. */
import type { Level } from './level';
import type { Reason } from './reason';

export interface Ruling {
  readonly level: Level;
  /** Required, if something holds that we could not establish: the seal is drawn in outline. */
  readonly conditional: boolean;
  /** What requires encryption here, whether or not that can be met; null where nothing does. */
  readonly mechanism: 'dane' | 'mta-sts' | null;
  /** The deciding one first. */
  readonly reasons: readonly Reason[];
}

/** A ruling about one MX host. */
export interface HostRuling extends Ruling {
  /** The sender passes over this host. */
  readonly skipped: boolean;
}

/** A ruling that rests on no requirement. */
export function plainRuling(level: Level, ...reasons: readonly Reason[]): Ruling {
  return { level, conditional: false, mechanism: null, reasons };
}

/** The host is used, with this level. */
export function used(ruling: Ruling): HostRuling {
  return { ...ruling, skipped: false };
}

/** The sender passes over the host. */
export function skipped(ruling: Ruling): HostRuling {
  return { ...ruling, skipped: true };
}

/** Says the same thing once; the host lists of equal codes are joined. Order is kept. */
export function mergeReasons(reasons: readonly Reason[]): Reason[] {
  const merged: Reason[] = [];
  for (const next of reasons) {
    const index = merged.findIndex((known) => sameStatement(known, next));
    const known = merged[index];
    if (known === undefined) merged.push(next);
    else merged[index] = withHostsOf(known, next);
  }
  return merged;
}

function sameStatement(a: Reason, b: Reason): boolean {
  if (a.code !== b.code) return false;
  return 'hosts' in a.params || JSON.stringify(a.params) === JSON.stringify(b.params);
}

function withHostsOf(known: Reason, next: Reason): Reason {
  if (!hasHosts(known) || !hasHosts(next)) return known;
  const hosts = [...new Set([...known.params.hosts, ...next.params.hosts])];
  return { ...known, params: { ...known.params, hosts } };
}

type HostListReason = Extract<Reason, { readonly params: { readonly hosts: readonly string[] } }>;

function hasHosts(reason: Reason): reason is HostListReason {
  return 'hosts' in reason.params;
}

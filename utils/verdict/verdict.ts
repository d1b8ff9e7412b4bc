/** The judgement on one recipient domain for one sender: what `decide` returns. */
import type { PolicyMode } from '@/utils/mta-sts/policy';
import type { Level } from './level';
import type { Reason } from './reason';

export type MtaStsStatus = PolicyMode | 'absent' | 'malformed' | 'unreachable' | 'unread' | 'unknown';

export interface HostVerdict {
  readonly name: string;
  readonly preference: number;
  readonly level: Level;
  /** A sender that checks does not use this host. */
  readonly skipped: boolean;
  readonly reasons: readonly Reason[];
}

export interface Verdict {
  /** A-labels; empty for an address literal or an unreadable recipient. */
  readonly domain: string;
  readonly level: Level;
  /** The seal is drawn in outline: required, if something holds that we could not establish. */
  readonly conditional: boolean;
  readonly mechanism: 'dane' | 'mta-sts' | null;
  /** The deciding one first. */
  readonly reasons: readonly Reason[];
  readonly hosts: readonly HostVerdict[];
  readonly mtaSts: {
    readonly status: MtaStsStatus;
    readonly id: string | null;
    readonly mx: readonly string[];
    /** Seconds. */
    readonly maxAge: number | null;
    /** Milliseconds since the epoch: until when the policy that was read binds; null if none was. */
    readonly expiresAt: number | null;
  };
  readonly dnssec: {
    readonly mx: 'secure' | 'insecure' | 'bogus' | 'unknown';
    readonly by: 'local' | 'resolver' | null;
  };
  /** TLSRPT is not looked up yet. */
  readonly tlsRpt: null;
  /** Sender id, "unknown", or null for "a sender that checks". */
  readonly sender: string | null;
  /** URL of the resolver that was asked; null where nothing was. */
  readonly resolver: string | null;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
  readonly validUntil: number;
}

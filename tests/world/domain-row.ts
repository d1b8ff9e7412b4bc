/** One row of the world's table: what a domain publishes, and what must be said of it. */
import type { CertificateFlaw } from '../../scripts/lab/certificates';
import type { Level } from '@/utils/verdict/level';
import type { ReasonCode } from '@/utils/verdict/reason';
import type { MtaStsStatus } from '@/utils/verdict/verdict';

/** What the DNS says. Records are lines of a zone file, relative to the domain. */
export type RowDns =
  | {
      readonly kind: 'zone';
      readonly records: readonly string[];
      /** Default: signed. `bogus`: MX and TXT were changed after signing. */
      readonly signing?: 'unsigned' | 'bogus';
      /** A name below the domain that is a zone of its own, and bogus; with the records it holds. */
      readonly bogusBelow?: { readonly label: string; readonly records: readonly string[] };
    }
  /** Records in the zone above, for what cannot stand at the top of a zone. */
  | { readonly kind: 'in-parent'; readonly records: readonly string[] }
  /** Delegated to a name server that never answers. */
  | { readonly kind: 'stalled' }
  /** Does not exist. */
  | { readonly kind: 'missing' };

/** What the policy host answers. */
export interface PolicyBehaviour {
  readonly body: string;
  /** Default 200. */
  readonly status?: number;
  /** Default text/plain; charset=utf-8. */
  readonly contentType?: string;
  readonly location?: string;
  readonly flaw?: CertificateFlaw;
  /** Accepts the request and never answers. */
  readonly hangs?: true;
}

/** What must be said of a domain, for one sender. */
export interface Expectation {
  readonly level: Level;
  readonly conditional: boolean;
  readonly mechanism: 'mta-sts' | null;
  /** Codes, the deciding one first; without remarks on what was not looked at. */
  readonly reasons: readonly ReasonCode[];
}

export interface DomainRow {
  /** A-labels. */
  readonly domain: string;
  /** As people write it, where that differs. */
  readonly unicode?: string;
  /** What is special about it, in plain words. */
  readonly about: string;
  readonly dns: RowDns;
  readonly policy?: PolicyBehaviour;
  readonly mtaSts: MtaStsStatus;
  /** `params.failure` or `params.fault` of the deciding reason, as Node's client can tell it. */
  readonly fault?: string;
  /** For a sender that checks. */
  readonly checking: Expectation;
  /** For a sender of which nothing is known. */
  readonly unknown: Expectation;
}

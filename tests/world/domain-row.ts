/** One row of the world's table: what a domain publishes, and what must be said of it. */
import type { CertificateFlaw } from '../../scripts/lab/certificates';
import type { Level } from '@/utils/verdict/level';
import type { ReasonCode } from '@/utils/verdict/reason';
import type { MtaStsStatus } from '@/utils/verdict/verdict';
import type { SigningPlan } from './signing-plan';

/** A name below a domain that is a zone of its own. */
export interface RowZoneBelow {
  readonly label: string;
  readonly records: readonly string[];
  readonly signing?: 'unsigned' | 'bogus';
}

/** What the DNS says. Records are lines of a zone file, relative to the domain; see mail-pins.ts for their words. */
export type RowDns =
  | {
      readonly kind: 'zone';
      readonly records: readonly string[];
      /** Default: signed. `bogus`: MX, TXT and TLSA were changed after signing. */
      readonly signing?: 'unsigned' | 'bogus';
      /** How it is signed, where that is the point. */
      readonly plan?: SigningPlan;
      readonly below?: readonly RowZoneBelow[];
      /** Names below the domain that are delegated to a name server that never answers. */
      readonly stalledBelow?: readonly string[];
    }
  /** Records in the zone above, for what cannot stand at the top of a zone. */
  | { readonly kind: 'in-parent'; readonly records: readonly string[] }
  /** A name inside the zone of another row, which holds whatever there is of it. */
  | { readonly kind: 'within' }
  /** Delegated to a name server that never answers. */
  | { readonly kind: 'stalled' }
  /** The resolver filters it: it says "does not exist" in its own name. */
  | { readonly kind: 'filtered' }
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
  readonly mechanism: 'dane' | 'mta-sts' | null;
  /** Codes, the deciding one first. */
  readonly reasons: readonly ReasonCode[];
}

/** The four kinds of sender: every policy is checked, nobody knows, only MTA-STS (lazily), only DANE. */
export const ROW_SENDERS = ['checking', 'unknown', 'gmail', 'exim'] as const;
export type RowSender = (typeof ROW_SENDERS)[number];
export type Expectations = Readonly<Record<RowSender, Expectation>>;

/** A mail server that Postfix finds: none of the world's hosts offers STARTTLS, or all do. */
export type Sink = 'no-starttls' | 'wrong-certificate' | 'right-certificate';

/** What Postfix 3.7 or its policy daemon does, where the verdict would have them do something else. */
export interface Deviation {
  readonly sender: 'dane' | 'mta-sts';
  readonly sinks: readonly Sink[];
  readonly does: 'delivers' | 'defers' | 'bounces';
  readonly why: string;
}

export interface DomainRow extends Expectations {
  /** A-labels. */
  readonly domain: string;
  /** As people write it, where that differs. */
  readonly unicode?: string;
  /** What is special about it, in plain words. */
  readonly about: string;
  readonly dns: RowDns;
  readonly policy?: PolicyBehaviour;
  readonly mtaSts: MtaStsStatus;
  /** What is known of the signatures of the MX answer; default: secure, or as the zone is. */
  readonly dnssec?: 'secure' | 'insecure' | 'bogus' | 'unknown';
  /** `params.failure` or `params.fault` of the deciding reason, as Node's client can tell it. */
  readonly fault?: string;
  /**
   * What the browsers must show, where that is not what is expected of an unknown sender: the extension as
   * it is built trusts the internet's root only, so in this world it can prove nothing by signatures.
   */
  readonly browser?: Pick<Expectation, 'level' | 'conditional'>;
  /** Not shown in the browsers: one message takes at most 50 new domains. */
  readonly terminalOnly?: boolean;
  readonly deviations?: readonly Deviation[];
}

/** What a rule of the host table is asked about: one MX host, one policy, one sender. */
import type { AnswerSecurity, HostEvidence } from './evidence';
import type { PolicyStanding } from './policy-standing';
import type { HostRuling } from './ruling';
import type { SenderProfile } from './sender-profile';

export interface HostCase {
  readonly host: HostEvidence;
  /** Of the answer that named the host. */
  readonly mx: AnswerSecurity;
  readonly standing: PolicyStanding;
  readonly sender: SenderProfile;
  /** Milliseconds since the epoch; only the age of sources depends on it. */
  readonly now: number;
}

/** A ruling, or null where the rule has nothing to say. */
export type HostRule = (c: HostCase) => HostRuling | null;

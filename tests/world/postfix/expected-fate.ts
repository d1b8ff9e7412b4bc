/**
 * What a verdict promises of a real delivery: for a sender, and mail servers of one behaviour. Null where it
 * promises nothing, because it says that it does not know.
 */
import type { ReasonCode } from '@/utils/verdict/reason';
import type { Sink } from '../domain-row';
import type { Fate } from './mail-log';

export interface JudgedDomain {
  readonly level: string;
  readonly reasons: readonly { readonly code: string }[];
}

const DELIVERED: readonly Fate[] = ['clear', 'encrypted', 'verified'];
const DEFERRED: readonly Fate[] = ['deferred'];

/** Failures to find out that keep a sender's mail as well (RFC 5321 §5.1, RFC 7672 §2.1.2). */
const KEEPS_MAIL: readonly ReasonCode[] = [
  'mx-lookup-failed',
  'mx-bogus',
  'address-lookup-failed',
  'tlsa-lookup-failed',
];

/** The fates that agree with the verdict. */
export function expectedFates({ level, reasons }: JudgedDomain, sink: Sink): readonly Fate[] | null {
  const says = (...codes: readonly ReasonCode[]): boolean =>
    reasons.some(({ code }) => codes.some((one) => one === code));
  switch (level) {
    case 'enforced':
      return sink === 'right-certificate' ? ['verified'] : DEFERRED;
    case 'blocked':
      return DEFERRED;
    case 'undeliverable':
      return ['bounced'];
    case 'opportunistic':
      return sink === 'no-starttls' ? ['clear'] : DELIVERED;
    case 'expected':
      return says('host-not-looked-at') ? null : fatesOfExpected(sink, says);
    case 'unknown':
      return says(...KEEPS_MAIL) ? DEFERRED : null;
    default:
      throw new Error(`nothing is known of the level ${level}`);
  }
}

/** "`unauthenticated` and `redirectable` refuse a sink without STARTTLS, the others deliver." */
function fatesOfExpected(sink: Sink, says: (...codes: readonly ReasonCode[]) => boolean): readonly Fate[] {
  switch (sink) {
    case 'no-starttls':
      return says('unauthenticated', 'redirectable') ? DEFERRED : ['clear'];
    case 'wrong-certificate':
      // Whose TLSA records are used is refused; who is not looked at takes the mail.
      return says('redirectable') ? DEFERRED : ['encrypted'];
    case 'right-certificate':
      return ['encrypted', 'verified'];
  }
}

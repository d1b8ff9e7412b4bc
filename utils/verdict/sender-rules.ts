/** The sender table: what the sending server makes of a ruling (docs/verdicts.md, "Sender"). */
import type { Reason } from './reason';
import { reason } from './reason';
import type { Ruling } from './ruling';
import type { SenderProfile } from './sender-profile';

type SenderRule = (ruling: Ruling, sender: SenderProfile) => Ruling;

const SENDER_RULES: readonly SenderRule[] = [unestablishedSender, lazySender, insistingSender];

/** Applies every rule in turn. That a sender skips policies is known earlier, by the host table. */
export function applySender<R extends Ruling>(ruling: R, sender: SenderProfile): R {
  const applied = SENDER_RULES.reduce<Ruling>((known, rule) => rule(known, sender), ruling);
  return { ...ruling, ...applied };
}

/** "Unknown: enforced is shown as expected with the seal in outline" (RFC 8461 §5, RFC 7672 §1.3). */
function unestablishedSender(ruling: Ruling, sender: SenderProfile): Ruling {
  const why = doubtAbout(ruling, sender);
  if (why === null) return ruling;
  if (ruling.level !== 'enforced') return noted(ruling, why);
  return { ...ruling, level: 'expected', conditional: true, reasons: [why, ...ruling.reasons] };
}

/** A mechanism binds only who checks it; null where it is known whether this sender does. */
function doubtAbout({ mechanism }: Ruling, sender: SenderProfile): Reason | null {
  if (mechanism === null) return null;
  const checks = mechanism === 'dane' ? sender.checksDane : sender.checksMtaSts;
  if (checks !== 'unknown') return null;
  if (sender.id === 'unknown') return reason('sender-unknown', {});
  const code = mechanism === 'dane' ? 'sender-dane-unknown' : 'sender-mta-sts-unknown';
  return reason(code, { sender: sender.name });
}

/** "Fetches policies lazily, first message to the domain: enforced, outlined" (RFC 8461 §5.1 allows it). */
function lazySender(ruling: Ruling, sender: SenderProfile): Ruling {
  const lazy = sender.lazyPolicies === 'yes' && sender.checksMtaSts === 'yes';
  if (ruling.mechanism !== 'mta-sts' || !lazy) return ruling;
  const why = reason('sender-lazy', { sender: sender.name });
  if (ruling.level !== 'enforced') return noted(ruling, why);
  return { ...ruling, conditional: true, reasons: [why, ...ruling.reasons] };
}

/** "Requires TLS always: plaintext is blocked, opportunistic is expected." */
function insistingSender(ruling: Ruling, sender: SenderProfile): Ruling {
  if (sender.requiresTls !== 'yes') return ruling;
  const reasons = [reason('sender-requires-tls', { sender: sender.name }), ...ruling.reasons];
  if (ruling.level === 'plaintext') return { ...ruling, level: 'blocked', reasons };
  if (ruling.level === 'opportunistic') return { ...ruling, level: 'expected', reasons };
  return ruling;
}

function noted(ruling: Ruling, why: Reason): Ruling {
  return { ...ruling, reasons: [...ruling.reasons, why] };
}

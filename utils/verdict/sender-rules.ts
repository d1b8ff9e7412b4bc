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

/** "Unknown: enforced is shown as expected with the seal in outline." A policy binds only who checks it (RFC 8461 §5). */
function unestablishedSender(ruling: Ruling, sender: SenderProfile): Ruling {
  if (ruling.mechanism !== 'mta-sts' || sender.checksMtaSts !== 'unknown') return ruling;
  const why =
    sender.id === 'unknown'
      ? reason('sender-unknown', {})
      : reason('sender-mta-sts-unknown', { sender: sender.name });
  if (ruling.level !== 'enforced') return noted(ruling, why);
  return { ...ruling, level: 'expected', conditional: true, reasons: [why, ...ruling.reasons] };
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

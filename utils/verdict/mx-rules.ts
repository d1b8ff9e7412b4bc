/** The MX answer: cases in which no host has to be looked at (RFC 5321 §5.1, RFC 7505). */
import type { MxReading } from '@/utils/mx/mx-reading';
import type { AnswerSecurity, MxEvidence } from './evidence';
import { reason } from './reason';
import type { Ruling } from './ruling';
import { plainRuling } from './ruling';
import type { SenderProfile } from './sender-profile';

/** A ruling where the MX answer settles the matter; null where hosts must be judged. */
export function ruleMx({ reading, security }: MxEvidence, sender: SenderProfile): Ruling | null {
  return security.state === 'bogus' ? ruleBogus(security, sender) : ruleReading(reading);
}

/**
 * "Bogus, confirmed: blocked": a sender that checks keeps the mail until the signatures hold again
 * (RFC 7672 §2.2.1). An answer that only we refuse is not the domain's fault for certain.
 */
function ruleBogus({ chain, confirmed }: AnswerSecurity, sender: SenderProfile): Ruling {
  const last = chain.at(-1);
  const params = { zone: last?.zone ?? '.', because: last?.because ?? 'no-answer' };
  if (!confirmed) return plainRuling('unknown', reason('mx-unconfirmed', params));
  const why = reason('mx-bogus', params);
  if (sender.checksDane === 'no') {
    return plainRuling('unknown', reason('sender-skips-dnssec', { sender: sender.name }), why);
  }
  if (sender.checksDane === 'yes') return plainRuling('blocked', why);
  const doubt =
    sender.id === 'unknown'
      ? reason('sender-unknown', {})
      : reason('sender-dane-unknown', { sender: sender.name });
  return plainRuling('blocked', why, doubt);
}

function ruleReading(reading: MxReading): Ruling | null {
  switch (reading.kind) {
    case 'hosts':
    case 'absent':
      return null;
    case 'null-mx':
      return plainRuling('undeliverable', reason('null-mx', {}));
    case 'no-such-domain':
      return plainRuling('undeliverable', reason('no-such-domain', {}));
    case 'unusable':
      // They never trigger the implicit rule (RFC 5321 §5.1), so there is no address behind any MX.
      return plainRuling('undeliverable', reason('mx-unusable', { entries: reading.unusable }));
    case 'filtered':
      return plainRuling('unknown', reason('filtered-by-resolver', { extendedError: reading.extendedError }));
    case 'cname-loop':
      // Also a chain longer than we follow: others may follow it, so it proves nothing.
      return plainRuling('unknown', reason('mx-cname-loop', {}));
    case 'failed': {
      const { code, status, extendedErrors } = reading.failure;
      const codes = (extendedErrors ?? []).map((error) => error.code);
      const params = { failure: code, status: status ?? null, extendedErrors: codes };
      return plainRuling('unknown', reason('mx-lookup-failed', params));
    }
  }
}

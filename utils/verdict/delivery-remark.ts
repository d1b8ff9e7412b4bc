/** What may keep a message from arriving that has nothing to do with encryption. */
import { reason } from './reason';
import type { Verdict } from './verdict';

/**
 * The verdict with the remark that the local part needs SMTPUTF8 on every hop (RFC 6531 §3.2, §3.5), where it
 * does. The level stays as it is; nothing is said of a domain that takes no mail anyway.
 */
export function withDeliveryRemark(verdict: Verdict, internationalLocalPart: boolean): Verdict {
  if (!internationalLocalPart || verdict.level === 'undeliverable') return verdict;
  return { ...verdict, reasons: [...verdict.reasons, reason('local-part-international', {})] };
}

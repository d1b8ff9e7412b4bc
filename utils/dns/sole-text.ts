/**
 * The rule that policy records in TXT share: those that begin otherwise are discarded, and exactly one has to remain
 * (RFC 8461 §3.1 and RFC 8460 §3, MUST).
 */
import type { DnsAnswer } from './answer';
import type { DnsFailure } from './outcome';
import { txtText } from './txt-text';
import { isWithheld } from './withheld-answer';

export type SoleText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'several' }
  /** Could not find out; it never becomes "there is none". */
  | { readonly kind: 'failed'; readonly failure: DnsFailure };

/**
 * The one text of the answer that begins with the tag ("v=STSv1") and ";". Texts with blanks before the ";", which
 * the grammars also allow (erratum 6285), count only where none is without.
 */
export function soleText(answer: DnsAnswer, tag: string): SoleText {
  // Such a "does not exist" is the resolver's own, not the domain's.
  if (isWithheld(answer)) return failed({ code: 'refused', extendedErrors: answer.extendedErrors });
  if (answer.kind === 'cname-loop') return failed({ code: 'malformed' });
  const texts = answer.kind === 'records' ? answer.records.map(txtText) : [];
  const strict = texts.filter((text) => text.startsWith(`${tag};`));
  const candidates = strict.length > 0 ? strict : texts.filter((text) => isLoose(text, tag));
  const [only, ...others] = candidates;
  if (only === undefined) return { kind: 'absent' };
  return others.length > 0 ? { kind: 'several' } : { kind: 'text', text: only };
}

function isLoose(text: string, tag: string): boolean {
  return text.startsWith(tag) && /^[ \t]+;/.test(text.slice(tag.length));
}

function failed(failure: DnsFailure): SoleText {
  return { kind: 'failed', failure };
}

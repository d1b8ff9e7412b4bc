/**
 * An answer taken apart into what has to be validated: each alias on the way (RFC 1034 §3.6.2; RFC 6672),
 * and what stands at its end. It goes the same way as those who read the answer (readAnswer).
 */
import { RCODE, RR_TYPE, type DnsMessage, type ResourceRecord } from '@/utils/dns/message';
import { isAtOrBelow, nameKey, nameLabels, parseName, sameName, type Name } from '@/utils/dns/name';
import { labelCount } from './ancestors';
import { recordSet, recordSets, type RecordSet } from './record-set';

const MAX_ALIASES = 16;

export type Link =
  /** The records that were asked for. */
  | { readonly kind: 'records'; readonly set: RecordSet }
  /** An alias; its records are to be validated. */
  | { readonly kind: 'alias'; readonly set: RecordSet }
  /** An alias that follows from a DNAME record; that is to be validated. */
  | { readonly kind: 'renamed'; readonly set: RecordSet }
  /** Nothing: the name does not exist, or has no such records. */
  | { readonly kind: 'absence'; readonly name: Name; readonly type: number; readonly nameExists: boolean }
  /** A circle, a fork, or no target. */
  | { readonly kind: 'broken'; readonly name: Name };

/** The links from (name, type) to the end, in order; at least one. */
export function answerLinks(message: DnsMessage, name: Name, type: number): Link[] {
  const { answers } = message;
  const links: Link[] = [];
  const seen = new Set<string>();
  let here = name;
  for (;;) {
    const set = recordSet(answers, here, type);
    if (set.records.length > 0) return [...links, { kind: 'records', set }];
    const alias = recordSet(answers, here, RR_TYPE.CNAME);
    if (alias.records.length === 0) return [...links, absence(message, here, type)];
    seen.add(nameKey(here));
    const target = aliasTarget(alias);
    if (target === null || seen.has(nameKey(target)) || seen.size > MAX_ALIASES) {
      return [...links, { kind: 'broken', name: here }];
    }
    links.push(aliasLink(answers, alias, target));
    here = target;
  }
}

function absence({ rcode }: DnsMessage, name: Name, type: number): Link {
  return { kind: 'absence', name, type, nameExists: rcode !== RCODE.NXDOMAIN };
}

/** The one name all records of the alias lead to (RFC 2181 §10.1). */
function aliasTarget({ records }: RecordSet): Name | null {
  const targets = records.flatMap(({ data }) => (data.type === 'CNAME' ? [data.target] : []));
  const [target] = targets;
  return target !== undefined && targets.every((other) => sameName(other, target)) ? target : null;
}

/** An alias that a DNAME record makes carries no signature of its own (RFC 6672 §5.3.1). */
function aliasLink(answers: readonly ResourceRecord[], alias: RecordSet, target: Name): Link {
  if (alias.signatures.length > 0) return { kind: 'alias', set: alias };
  const maker = recordSets(answers, RR_TYPE.DNAME).find((set) => makes(set, alias.name, target));
  return maker === undefined ? { kind: 'alias', set: alias } : { kind: 'renamed', set: maker };
}

/** RFC 6672 §2.2: the part of the name that is the DNAME's owner gives way to its target. */
function makes({ name: owner, records }: RecordSet, name: Name, target: Name): boolean {
  const [only, ...others] = records;
  if (only?.data.type !== 'DNAME' || others.length > 0) return false;
  if (!isAtOrBelow(name, owner) || sameName(name, owner)) return false;
  const kept = nameLabels(name).slice(0, labelCount(name) - labelCount(owner));
  const made = parseName([...kept, ...nameLabels(only.data.target)].join('.'));
  return made !== null && sameName(made, target);
}

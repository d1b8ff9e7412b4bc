/** Aliases (CNAME, RFC 1034 §3.6.2) within one answer section, also those that a DNAME made (RFC 6672 §3.1). */
import { RR_TYPE, type ResourceRecord } from './message';
import { isAtOrBelow, nameKey, sameName, type Name } from './name';

const CLASS_IN = 1;
/** No sane zone has longer chains, and resolvers give up near here. */
const MAX_ALIASES = 16;

export interface AliasChain {
  /** How many aliases were followed. */
  readonly aliases: number;
  /** The last name reached. */
  readonly end: Name;
  /** Records of the asked type at `end`. */
  readonly records: readonly ResourceRecord[];
  /** Seconds: the smallest TTL among the aliases; Infinity if there were none. */
  readonly ttl: number;
  /** The chain returns to itself, is too long, or forks (RFC 2181 §10.1 allows one alias a name). */
  readonly broken: boolean;
}

/** Follows the aliases of `name` to the records of `type`, in whatever order the section holds them. */
export function followAliases(answers: readonly ResourceRecord[], name: Name, type: number): AliasChain {
  const section = answers.filter((record) => record.class === CLASS_IN);
  const seen = new Set<string>();
  let end = name;
  let ttl = Infinity;
  for (;;) {
    const records = recordsAt(section, end, type);
    const links = records.length > 0 ? [] : recordsAt(section, end, RR_TYPE.CNAME);
    const targets = links.flatMap(({ data }) => (data.type === 'CNAME' ? [data.target] : []));
    const target = targets[0];
    const chain = { aliases: seen.size, end, records, ttl };
    if (target === undefined) return { ...chain, broken: false };
    const forks = targets.some((other) => !sameName(other, target));
    seen.add(nameKey(end));
    ttl = Math.min(ttl, ...links.map((link) => link.ttl), ...dnameTtls(section, end));
    if (forks || seen.has(nameKey(target)) || seen.size > MAX_ALIASES) return { ...chain, ttl, broken: true };
    end = target;
  }
}

function recordsAt(section: readonly ResourceRecord[], name: Name, type: number): ResourceRecord[] {
  return section.filter((record) => record.type === type && sameName(record.name, name));
}

/** An alias made by a DNAME holds no longer than the DNAME (RFC 6672 §3.1). */
function dnameTtls(section: readonly ResourceRecord[], name: Name): number[] {
  return section
    .filter(({ type, name: owner }) => type === RR_TYPE.DNAME && !sameName(owner, name))
    .filter(({ name: owner }) => isAtOrBelow(name, owner))
    .map(({ ttl }) => ttl);
}

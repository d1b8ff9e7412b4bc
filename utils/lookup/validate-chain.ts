/**
 * Validates answers here, whatever the resolver says of them (RFC 4035 §5). What is asked for on the way
 * are only DS and DNSKEY records; zones that are known are not asked for again.
 */
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { DnsOutcome } from '@/utils/dns/outcome';
import { answerLinks } from '@/utils/dnssec/answer-links';
import { makeDnssecCrypto, type Subtle } from '@/utils/dnssec/crypto';
import { judgeLink } from '@/utils/dnssec/judge-link';
import type { ChainStep, Security, Validation } from '@/utils/dnssec/security';
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';
import { allowWork } from '@/utils/dnssec/work';
import type { QueryDns } from './effects';
import { makeZoneFinder } from './zone-finder';
import type { ZoneKeyCache } from './zone-key-cache';

export interface ValidatorOptions {
  /** Asked for keys with CD set (RFC 6840 §5.9). Never rejects. */
  readonly query: QueryDns;
  /** Those of the root are used. */
  readonly anchors: readonly TrustAnchor[];
  /** `crypto.subtle`. */
  readonly crypto: Subtle;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Shared by all validators of the program. */
  readonly zoneKeys: ZoneKeyCache;
}

export interface Validator {
  /**
   * Validates the answer to a question that was asked with DO set. Aliases count with all they lead to: the
   * weakest link decides. To know of an alias alone, validate the same outcome as an answer for type CNAME.
   *
   * Never rejects; a failed outcome, or an aborted signal, gives `indeterminate`.
   */
  readonly validate: (
    question: { readonly name: string; readonly type: RrTypeName },
    outcome: DnsOutcome,
    signal: AbortSignal,
  ) => Promise<Validation>;
}

/** Weakest last. Bogus outweighs what could not be found out: it has been. */
const WEAKNESS: readonly Security[] = ['secure', 'insecure', 'indeterminate', 'bogus'];

/** Makes the validator of one resolver's answers. */
export function makeValidator(options: ValidatorOptions): Validator {
  const crypto = makeDnssecCrypto(options.crypto);
  const findZone = makeZoneFinder({ ...options, crypto });
  return {
    validate: async (question, outcome, signal) => {
      const name = parseName(question.name);
      if (outcome.status === 'failed' || name === null) return unanswered(question.name);
      const { message } = outcome;
      const tools = {
        crypto,
        now: Math.floor(options.now() / 1000),
        work: allowWork(),
        authorities: message.authorities,
        findZone: (zone: typeof name, signed: boolean) => findZone(zone, signed, signal),
      };
      const links: Validation[] = [];
      for (const link of answerLinks(message, name, RR_TYPE[question.type])) {
        links.push(await judgeLink(link, tools));
      }
      return weakest(links);
    },
  };
}

function unanswered(zone: string): Validation {
  const step: ChainStep = { zone, result: 'indeterminate', because: 'no-answer' };
  return { security: 'indeterminate', chain: [step], ttl: 0 };
}

/** The first of the weakest links gives result and last step; the steps of the others stand before its own. */
function weakest(links: readonly Validation[]): Validation {
  const weakness = ({ security }: Validation): number => WEAKNESS.indexOf(security);
  const most = Math.max(...links.map(weakness));
  const decisive = links.findLast((link) => weakness(link) === most);
  if (decisive === undefined) return unanswered('.');
  const others = links.filter((link) => link !== decisive);
  const chain = uniqueSteps([...others, decisive].flatMap((link) => link.chain));
  return { security: decisive.security, chain, ttl: Math.min(...links.map(({ ttl }) => ttl)) };
}

/** Each step once, where it stands last. */
function uniqueSteps(steps: readonly ChainStep[]): ChainStep[] {
  const key = ({ zone, result, because }: ChainStep): string => `${zone} ${result} ${because}`;
  return steps.filter((step, at) => !steps.slice(at + 1).some((later) => key(later) === key(step)));
}

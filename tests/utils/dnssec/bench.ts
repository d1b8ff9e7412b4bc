/** A validator of a tree made for a test, with whatever lies between it and the tree. */
import type { BuiltMessage } from '../dns/build-message';
import { NOW, arrives, type SignedTree } from './signed-tree';
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { Validation } from '@/utils/dnssec/security';
import { makeValidator, type Validator } from '@/utils/lookup/validate-chain';
import { makeZoneKeyCache, type ZoneKeyCache } from '@/utils/lookup/zone-key-cache';

/** Changes what the resolver says to a question, or fails it. */
export type Tamper = (question: string, message: BuiltMessage) => BuiltMessage | null;

export interface Bench {
  readonly validator: Validator;
  /** "TYPE name" of every question the validator asked. */
  readonly asked: string[];
  /** Asks the tree "TYPE name" and validates the answer. */
  readonly validate: (question: string) => Promise<Validation>;
  /** The honest answer. */
  readonly honest: (question: string) => Promise<BuiltMessage>;
  readonly judge: (question: string, outcome: DnsOutcome) => Promise<Validation>;
}

export interface BenchOptions {
  readonly tamper?: Tamper;
  readonly now?: () => number;
  readonly zoneKeys?: ZoneKeyCache;
  readonly subtle?: Pick<SubtleCrypto, 'importKey' | 'verify' | 'digest'>;
}

const never = new AbortController().signal;
const FAILED: DnsOutcome = {
  status: 'failed',
  failure: { code: 'timeout' },
  resolver: 'https://resolver.example/',
  at: NOW,
};

/** Sets a validator up before the tree. */
export function makeBench(tree: SignedTree, options: BenchOptions = {}): Bench {
  const { now = () => NOW, subtle = crypto.subtle } = options;
  const tamper: Tamper = options.tamper ?? ((_, message) => message);
  const asked: string[] = [];
  const query = async (name: string, type: RrTypeName): Promise<DnsOutcome> => {
    asked.push(`${type} ${name}`);
    const message = tamper(`${type} ${name}`, await tree.answer(name, type));
    return message === null ? FAILED : arrives(message);
  };
  const zoneKeys = options.zoneKeys ?? makeZoneKeyCache({ now });
  const validator = makeValidator({ query, anchors: tree.anchors, crypto: subtle, now, zoneKeys });
  const judge = (question: string, outcome: DnsOutcome): Promise<Validation> => {
    const [type = '', name = ''] = question.split(' ');
    return validator.validate({ name, type: type as RrTypeName }, outcome, never);
  };
  const honest = (question: string): Promise<BuiltMessage> => {
    const [type = '', name = ''] = question.split(' ');
    return tree.answer(name, type as RrTypeName);
  };
  return {
    validator,
    asked,
    judge,
    honest,
    validate: async (question) => {
      const message = tamper(question, await honest(question));
      return judge(question, message === null ? FAILED : arrives(message));
    },
  };
}

/** State and last reason of a validation. */
export function summary({ security, chain }: Validation): string {
  return `${security}: ${chain.at(-1)?.because ?? 'nothing'}`;
}

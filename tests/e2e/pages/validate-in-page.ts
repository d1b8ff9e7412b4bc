/** Bundled for a page of the extension: the validator as the background runs it, before answers that were recorded. */
import { decodeMessage } from '@/utils/dns/decode-message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { RrTypeName } from '@/utils/dns/message';
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';
import { makeValidator } from '@/utils/lookup/validate-chain';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';

/** Plain data, so that it can be handed to any browser. */
export interface RecordedTree {
  readonly anchors: readonly TrustAnchor[];
  /** Octets of each answer, by "TYPE name". */
  readonly answers: Readonly<Record<string, readonly number[]>>;
  readonly questions: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const never = new AbortController().signal;

/** The state of each question and why, "secure: signed", by the WebCrypto of the place where this runs. */
async function validateAll(tree: RecordedTree): Promise<string[]> {
  const now = (): number => tree.now;
  const outcomeOf = (question: string): DnsOutcome => {
    const decoded = decodeMessage(Uint8Array.from(tree.answers[question] ?? []));
    const resolver = 'https://resolver.example/';
    return decoded.ok
      ? { status: 'answered', message: decoded.message, resolver, at: tree.now }
      : { status: 'failed', failure: { code: 'malformed' }, resolver, at: tree.now };
  };
  const validator = makeValidator({
    query: (name, type) => Promise.resolve(outcomeOf(`${type} ${name}`)),
    anchors: tree.anchors,
    crypto: crypto.subtle,
    now,
    zoneKeys: makeZoneKeyCache({ now }),
  });
  const states: string[] = [];
  for (const question of tree.questions) {
    const [type = '', name = ''] = question.split(' ');
    const asked = { name, type: type as RrTypeName };
    const { security, chain } = await validator.validate(asked, outcomeOf(question), never);
    states.push(`${security}: ${chain.at(-1)?.because ?? 'nothing'}`);
  }
  return states;
}

Object.assign(globalThis, { validateAll });

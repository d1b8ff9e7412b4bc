/** The validator at work against a real resolver. */
import { readFile } from 'node:fs/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import { readTrustAnchors } from '../../cli/trust-anchor';
import type { DnssecWorld } from '../world/dnssec-world';
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { Validation } from '@/utils/dnssec/security';
import { makeValidator } from '@/utils/lookup/validate-chain';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';
import { makeDohClient } from '@/utils/network/doh-client';

export interface DnssecBench {
  /** Asks; `checkingDisabled` for what the resolver holds for bogus. */
  readonly ask: (question: string, checkingDisabled: boolean) => Promise<DnsOutcome>;
  /** Validates the answer to "TYPE name". */
  readonly validate: (question: string, outcome: DnsOutcome) => Promise<Validation>;
  /** Questions the validator asked on its own so far, as "TYPE name". */
  readonly asked: string[];
  readonly forgetZones: () => void;
  readonly close: () => Promise<void>;
}

const never = new AbortController().signal;

/** "TYPE name" taken apart. */
export function questionOf(text: string): { type: RrTypeName; name: string } {
  const [type = '', name = ''] = text.split(' ');
  return { type: type as RrTypeName, name };
}

/** Opens it on the resolver of that tree, with the tree's own root as anchor. */
export async function openBench(world: DnssecWorld): Promise<DnssecBench> {
  const agent = new Agent({ allowH2: true, connect: { ca: world.ca } });
  const query = makeDohClient({
    fetch: (url, init) => undiciFetch(url, { ...init, dispatcher: agent }),
    resolvers: [world.dohUrl],
    now: Date.now,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    timeoutMs: 20_000,
  });
  const read = readTrustAnchors(await readFile(world.rootAnchorFile, 'utf8'));
  if (!read.ok) throw new Error('no trust anchor');
  const asked: string[] = [];
  const zoneKeys = makeZoneKeyCache({ now: Date.now });
  const validator = makeValidator({
    query: (name, type, signal, options) => {
      asked.push(`${type} ${name}`);
      return query(name, type, signal, options);
    },
    anchors: read.anchors,
    crypto: crypto.subtle,
    now: Date.now,
    zoneKeys,
  });
  return {
    ask: (question, checkingDisabled) => {
      const { name, type } = questionOf(question);
      return query(name, type, never, { checkingDisabled });
    },
    validate: (question, outcome) => validator.validate(questionOf(question), outcome, never),
    asked,
    forgetZones: zoneKeys.clear,
    close: () => agent.close(),
  };
}

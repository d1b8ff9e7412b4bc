/** What the answer to the question for a name's DS records says: whether a zone begins there, and how (RFC 4035 §5.2). */
import { RR_TYPE, type DnsMessage, type ResourceRecord } from '@/utils/dns/message';
import { ROOT, isAtOrBelow, type Name } from '@/utils/dns/name';
import { cutProof } from './denial';
import { verifiedDenial } from './denial-records';
import { labelCount } from './ancestors';
import type { CutProof } from './absence';
import { usableDigests, type TrustedDigest } from './judge-keys';
import { hexText } from './octets';
import { hasSignature, recordSet, recordSets, type RecordSet } from './record-set';
import type { ChainReason, Security } from './security';
import { verifySet, type Tools } from './verify-set';
import type { SignedZone } from './zone-key';

export type Cut =
  /** A zone begins here, with keys of these digests. */
  | { readonly kind: 'signed'; readonly digests: readonly TrustedDigest[]; readonly ttl: number }
  /** No zone begins here. `isEmpty`: nothing at all is at or below the name. */
  | { readonly kind: 'no-cut'; readonly isEmpty: boolean; readonly ttl: number }
  | {
      readonly kind: 'end';
      readonly result: Exclude<Security, 'secure'>;
      readonly because: ChainReason;
      readonly ttl: number;
    };

/** Judges it by the keys of the zone right above, the only one that may speak of the name's DS records. */
export async function judgeCut(
  name: Name,
  message: DnsMessage,
  above: SignedZone,
  tools: Tools,
): Promise<Cut> {
  const { answers, authorities } = message;
  // The root signs everything: whoever has no signature of it, gets none at all.
  if (above.name === ROOT && !hasSignature([...answers, ...authorities])) {
    return { kind: 'end', result: 'indeterminate', because: 'signatures-stripped', ttl: 0 };
  }
  const digests = recordSet(answers, name, RR_TYPE.DS);
  if (digests.records.length > 0) return signedCut(digests, above, tools);
  const alias = aliasAt(answers, name);
  if (alias !== null) return aliasCut(alias, above, tools);
  const denial = await verifiedDenial(authorities, above, tools);
  return cutOf(await cutProof(denial, name, tools), denial.ttl, denial.because);
}

async function signedCut(set: RecordSet, above: SignedZone, tools: Tools): Promise<Cut> {
  const verdict = await verifySet(set, above, tools);
  if (!verdict.ok) return bogus(verdict.because);
  if (verdict.madeBelow !== null) return bogus('bad-signature');
  const all = set.records.flatMap(readDigest);
  const digests = await usableDigests(all, tools.crypto);
  const { ttl } = verdict;
  return digests.length > 0
    ? { kind: 'signed', digests, ttl }
    : { kind: 'end', result: 'insecure', because: 'unsupported-algorithm', ttl };
}

function readDigest({ data }: ResourceRecord): TrustedDigest[] {
  if (data.type !== 'DS') return [];
  const { keyTag, algorithm, digestType, digest } = data;
  return [{ keyTag, algorithm, digestType, digest: hexText(digest) }];
}

/** An alias at the name, or a DNAME above it: then no zone can begin there (RFC 1034 §3.6.2; RFC 6672 §2.4). */
function aliasAt(answers: readonly ResourceRecord[], name: Name): RecordSet | null {
  const alias = recordSet(answers, name, RR_TYPE.CNAME);
  if (alias.signatures.length > 0 && alias.records.length > 0) return alias;
  const above = ({ name: owner }: RecordSet): boolean =>
    isAtOrBelow(name, owner) && labelCount(owner) < labelCount(name);
  return recordSets(answers, RR_TYPE.DNAME).find(above) ?? null;
}

/** It may have been made by a wildcard: who claims an alias where a zone begins only makes that zone bogus. */
async function aliasCut(alias: RecordSet, above: SignedZone, tools: Tools): Promise<Cut> {
  const verdict = await verifySet(alias, above, tools);
  if (!verdict.ok) return bogus(verdict.because);
  return { kind: 'no-cut', isEmpty: alias.type === RR_TYPE.DNAME, ttl: verdict.ttl };
}

function cutOf(proof: CutProof, ttl: number, otherwise: ChainReason): Cut {
  switch (proof) {
    case 'no-cut':
    case 'nothing-there':
      return { kind: 'no-cut', isEmpty: proof === 'nothing-there', ttl };
    case 'unsigned-delegation':
    case 'opt-out':
    case 'too-many-iterations':
      return { kind: 'end', result: 'insecure', because: proof, ttl };
    case 'too-much-work':
      return bogus('too-much-work');
    case 'unproven':
      return bogus(otherwise);
  }
}

function bogus(because: ChainReason): Cut {
  return { kind: 'end', result: 'bogus', because, ttl: 0 };
}

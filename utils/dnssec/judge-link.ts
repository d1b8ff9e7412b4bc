/** Whether one link of an answer is what its zone signed. */
import { RR_TYPE, type ResourceRecord } from '@/utils/dns/message';
import { isAtOrBelow, nameKey, type Name } from '@/utils/dns/name';
import type { Absence } from './absence';
import { labelCount, lastLabels, parentOf } from './ancestors';
import type { Link } from './answer-links';
import { deniesAll, deniesName, deniesType } from './denial';
import { verifiedDenial } from './denial-records';
import { hasSignature, type RecordSet } from './record-set';
import type { ChainReason, Security, Validation } from './security';
import { verifySet, type Tools } from './verify-set';
import type { ZoneFinding } from './zone-finding';

/** Zones that are tried for one link; an honest answer is signed by one. */
const MAX_SIGNERS = 2;

/** What judging a link needs beside it. */
export interface LinkTools extends Tools {
  /**
   * Finds the zone that a name lies in, from the trust anchor down. `signed`: the name is said to be the
   * top of a signed zone.
   */
  readonly findZone: (name: Name, signed: boolean) => Promise<ZoneFinding>;
  /** The authority section that came with the answer. */
  readonly authorities: readonly ResourceRecord[];
}

type SignedFinding = ZoneFinding & { kind: 'signed' };

/** Judges one link: by the zones that are said to have signed it, or else by the zone it lies in. */
export async function judgeLink(link: Link, tools: LinkTools): Promise<Validation> {
  switch (link.kind) {
    case 'records':
    case 'alias':
    case 'renamed':
      return judge(link.set.name, link.set.type, signersOf(link.set), tools, (zone) =>
        judgeSet(link.set, zone, tools),
      );
    case 'absence':
      return judge(link.name, link.type, deniersOf(link.name, link.type, tools.authorities), tools, (zone) =>
        judgeAbsence(link, zone, tools),
      );
    case 'broken':
      return judge(link.name, RR_TYPE.CNAME, [], tools, (zone) =>
        Promise.resolve(closed(zone, 'bogus', 'bad-alias', 0)),
      );
  }
}

/** Of DS records, and that there are none, only the zone above may speak (RFC 4035 §3.1.4.1). */
function home(name: Name, type: number): Name {
  return type === RR_TYPE.DS ? parentOf(name) : name;
}

async function judge(
  name: Name,
  type: number,
  signers: readonly Name[],
  tools: LinkTools,
  judgeBy: (zone: SignedFinding) => Promise<Validation>,
): Promise<Validation> {
  const lowest = home(name, type);
  const possible = signers.filter((signer) => isAtOrBelow(lowest, signer));
  let failure: Validation | null = null;
  for (const signer of possible.slice(0, MAX_SIGNERS)) {
    const finding = await tools.findZone(signer, true);
    const verdict = finding.kind === 'signed' ? await judgeBy(finding) : unsigned(finding);
    if (verdict.security === 'secure' || verdict.security === 'insecure') return verdict;
    failure ??= verdict;
  }
  if (failure !== null) return failure;
  const finding = await tools.findZone(lowest, false);
  return finding.kind === 'signed' ? judgeBy(finding) : unsigned(finding);
}

async function judgeSet(set: RecordSet, finding: SignedFinding, tools: LinkTools): Promise<Validation> {
  const verdict = await verifySet(set, finding.zone, tools);
  if (!verdict.ok) return closed(finding, 'bogus', verdict.because, 0);
  const { madeBelow, ttl } = verdict;
  if (madeBelow === null) return closed(finding, 'secure', 'signed', ttl);
  // RFC 6672 §3.3: a DNAME below an asterisk renames nothing.
  if (set.type === RR_TYPE.DNAME) return closed(finding, 'bogus', 'bad-signature', 0);
  const denial = await verifiedDenial(tools.authorities, finding.zone, tools);
  const closer = lastLabels(set.name, labelCount(madeBelow) + 1);
  const absence = await deniesAll(denial, closer, tools);
  return closeBy(finding, absence, 'signed', Math.min(ttl, denial.ttl), denial.because);
}

async function judgeAbsence(
  { name, type, nameExists }: Link & { kind: 'absence' },
  finding: SignedFinding,
  tools: LinkTools,
): Promise<Validation> {
  const denial = await verifiedDenial(tools.authorities, finding.zone, tools);
  const absence = nameExists
    ? await deniesType(denial, name, type, tools)
    : await deniesName(denial, name, tools);
  return closeBy(finding, absence, 'denied', denial.ttl, denial.because);
}

function closeBy(
  finding: SignedFinding,
  absence: Absence,
  proven: ChainReason,
  ttl: number,
  otherwise: ChainReason,
): Validation {
  switch (absence) {
    case 'proven':
      return closed(finding, 'secure', proven, ttl);
    case 'opt-out':
    case 'too-many-iterations':
      return closed(finding, 'insecure', absence, ttl);
    case 'too-much-work':
      return closed(finding, 'bogus', absence, 0);
    case 'unproven':
      return closed(finding, 'bogus', otherwise, 0);
  }
}

function closed(finding: SignedFinding, security: Security, because: ChainReason, ttl: number): Validation {
  const step = { zone: finding.zone.name, result: security, because };
  return { security, chain: [...finding.chain, step], ttl };
}

function unsigned({ result, chain, ttl }: ZoneFinding & { kind: 'unsigned' }): Validation {
  return { security: result, chain, ttl: result === 'insecure' ? ttl : 0 };
}

/** Longest first: the zone a name lies in is the lowest of those above it. */
function signersOf({ signatures }: RecordSet): Name[] {
  const names = new Map(signatures.map(({ data }) => [nameKey(data.signer), data.signer]));
  return [...names.values()].sort((a, b) => labelCount(b) - labelCount(a));
}

/** Who signed the denial records that could speak of the name. */
function deniersOf(name: Name, type: number, authorities: readonly ResourceRecord[]): Name[] {
  if (!hasSignature(authorities)) return [];
  const types: readonly number[] = [RR_TYPE.NSEC, RR_TYPE.NSEC3];
  const signatures = authorities.flatMap(({ data, rdata, ttl }) =>
    data.type === 'RRSIG' && types.includes(data.typeCovered) ? [{ data, rdata, ttl }] : [],
  );
  return signersOf({ name, type, records: [], signatures });
}

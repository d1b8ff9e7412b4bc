/**
 * A tree of signed zones made for a test, and an honest resolver for it. Every test may then tamper with
 * what the resolver says.
 */
import { buildMessage, soa, wireName, type BuiltMessage, type BuiltRecord } from '../dns/build-message';
import { Answer } from './honest-answer';
import { ancestors, zoneAbove } from './zone-names';
import { makeChain, type DenialChain, type DenialPlan } from './denial-chain';
import { anchorOf, dsOf, makeKey, signRecords, type SigningKey, type TestAlgorithm } from './signing-key';
import { decodeMessage } from '@/utils/dns/decode-message';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';

export const NOW = Date.UTC(2026, 10, 24, 12);
const SECONDS = NOW / 1000;
const DAY = 86_400;

export interface ZonePlan {
  readonly name: string;
  readonly algorithm?: TestAlgorithm;
  readonly denial?: DenialPlan;
  /** All but SOA, NS, DNSKEY and delegations. */
  readonly records?: readonly BuiltRecord[];
  readonly unsigned?: boolean;
  /** Seconds around now in which the signatures hold; default: a day to either side. */
  readonly holds?: readonly [number, number];
  readonly keys?: readonly SigningKey[];
  /** DS records in the zone above; default: one of SHA-256 for each key. */
  readonly ds?: readonly Uint8Array[];
}

export interface TestZone extends ZonePlan {
  readonly keys: readonly SigningKey[];
  readonly all: readonly BuiltRecord[];
  readonly chain: DenialChain;
  /** Names that exist, empty non-terminals with them. */
  readonly names: ReadonlySet<string>;
}

export interface SignedTree {
  readonly anchors: readonly TrustAnchor[];
  /** The message an honest resolver sends. */
  readonly answer: (name: string, type: RrTypeName) => Promise<BuiltMessage>;
  readonly zone: (name: string) => TestZone;
  /** Signs records as the zone does. */
  readonly sign: (zone: string, records: readonly BuiltRecord[], labels?: number) => Promise<BuiltRecord[]>;
}

/** Makes keys for every zone and links each to the one above. The first is the root. */
export async function makeTree(plans: readonly ZonePlan[]): Promise<SignedTree> {
  const keys = await Promise.all(
    plans.map(async (plan) => plan.keys ?? [await makeKey(plan.algorithm ?? 13)]),
  );
  const keyed = plans.map((plan, at) => ({ ...plan, keys: keys[at]! }));
  const zones = keyed.map((plan) => makeZone(plan, keyed));
  const zone = (name: string): TestZone => zones.find((one) => one.name === name)!;
  const sign: SignedTree['sign'] = async (name, records, labels) => {
    const { keys: own, unsigned, holds = [-DAY, DAY] } = zone(name);
    if (unsigned === true) return [...records];
    const period = { inception: SECONDS + holds[0], expiration: SECONDS + holds[1] };
    const options = { signer: name, ...period, ...(labels !== undefined && { labels }) };
    const signatures = own.map((key) => signRecords(records, key, options));
    return [...records, ...(await Promise.all(signatures))];
  };
  const answer: SignedTree['answer'] = (name, type) =>
    new Answer(zones, sign, name.toLowerCase(), type).make();
  return { anchors: keys[0]!.map((key) => anchorOf('.', key)), answer, zone, sign };
}

function makeZone(plan: Required<Pick<ZonePlan, 'keys'>> & ZonePlan, plans: readonly ZonePlan[]): TestZone {
  const { name, keys, records = [] } = plan;
  const below = plans.filter((child) => child.name !== '.' && zoneAbove(child.name, plans).name === name);
  const delegations = below.flatMap((child): BuiltRecord[] => [
    { name: child.name, type: 'NS', rdata: wireName(`ns.${child.name}`) },
    ...dsRecords(child),
  ]);
  const all: BuiltRecord[] = [
    soa(name, 300),
    { name, type: 'NS', rdata: wireName('ns.example') },
    ...keys.map((key): BuiltRecord => ({ name, type: 'DNSKEY', rdata: key.rdata })),
    ...records,
    ...delegations,
  ];
  const names = new Set(all.flatMap((record) => ancestors(record.name, name)));
  const typesAt = (node: string): number[] => [
    ...new Set(all.filter((record) => record.name === node).map((record) => numberOf(record.type))),
  ];
  const nodes = new Map([...names].map((node) => [node, typesAt(node)]));
  return { ...plan, all, names, chain: makeChain(name, nodes, plan.denial ?? { kind: 'nsec' }) };
}

function dsRecords({ name, unsigned, keys = [], ds }: ZonePlan): BuiltRecord[] {
  const digests = ds ?? (unsigned === true ? [] : keys.map((key) => dsOf(name, key)));
  return digests.map((rdata) => ({ name, type: 'DS', rdata }));
}

function numberOf(type: BuiltRecord['type']): number {
  return typeof type === 'number' ? type : RR_TYPE[type];
}

/** What becomes of octets that come from a resolver. */
export function received(octets: Uint8Array): DnsOutcome {
  const decoded = decodeMessage(octets);
  const common = { resolver: 'https://resolver.example/', at: NOW };
  return decoded.ok
    ? { status: 'answered', message: decoded.message, ...common }
    : { status: 'failed', failure: { code: 'malformed' }, ...common };
}

export const arrives = (message: BuiltMessage): DnsOutcome => received(buildMessage(message));

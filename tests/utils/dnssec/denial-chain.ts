/** The NSEC or NSEC3 records of a zone made for a test (RFC 4034 §4, RFC 5155 §3, §7.1). */
import { createHash } from 'node:crypto';
import { concat, uint16, wireName, type BuiltRecord } from '../dns/build-message';
import { RR_TYPE } from '@/utils/dns/message';

export interface DenialPlan {
  readonly kind: 'nsec' | 'nsec3';
  readonly iterations?: number;
  readonly salt?: string;
  readonly optOut?: boolean;
}

/** Types by name; names without any are empty non-terminals. */
export type NodeTypes = ReadonlyMap<string, readonly number[]>;

export interface DenialChain {
  /** The record that stands at the name, if there is one. */
  readonly at: (name: string) => BuiltRecord | null;
  /** The record in whose range the name falls. */
  readonly covering: (name: string) => BuiltRecord;
}

/** Makes the ring of all names. With opt-out, delegations without DS are left out. */
export function makeChain(zone: string, nodes: NodeTypes, plan: DenialPlan): DenialChain {
  return plan.kind === 'nsec' ? nsecChain(nodes) : nsec3Chain(zone, nodes, plan);
}

function nsecChain(nodes: NodeTypes): DenialChain {
  const names = [...nodes].filter(([, types]) => types.length > 0).map(([name]) => name);
  names.sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
  const record = (at: number): BuiltRecord => {
    const name = names[at]!;
    const types = [...nodes.get(name)!, RR_TYPE.RRSIG, RR_TYPE.NSEC];
    const next = names[(at + 1) % names.length]!;
    return { name, type: 'NSEC', rdata: concat(wireName(next), bitmap(types)) };
  };
  return {
    at: (name) => (names.includes(name) ? record(names.indexOf(name)) : null),
    covering: (name) => record(names.findLastIndex((other) => orderKey(other) < orderKey(name))),
  };
}

/** Labels from the right; the separator sorts before every octet of a label. */
function orderKey(name: string): string {
  return name.split('.').reverse().join('\0');
}

function nsec3Chain(zone: string, nodes: NodeTypes, plan: DenialPlan): DenialChain {
  const salt = Buffer.from(plan.salt ?? '', 'hex');
  const hash = (name: string): string => hashName(name, salt, plan.iterations ?? 0);
  const kept = [...nodes].filter(([, types]) => !(plan.optOut && types.join() === String(RR_TYPE.NS)));
  const ring = kept.map(([name, types]) => ({ hash: hash(name), types }));
  ring.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const record = (at: number): BuiltRecord => {
    const { hash: own, types } = ring.at(at)!;
    const next = Buffer.from(ring[(at + ring.length + 1) % ring.length]!.hash, 'hex');
    const signed = types.includes(RR_TYPE.NS) && !types.includes(RR_TYPE.DS) && !types.includes(RR_TYPE.SOA);
    const all = types.length === 0 || signed ? types : [...types, RR_TYPE.RRSIG];
    const head = concat([1, plan.optOut ? 1 : 0], uint16(plan.iterations ?? 0), [salt.length], salt);
    const rdata = concat(head, [next.length], next, bitmap(all));
    return { name: `${base32Hex(own)}.${zone}`, type: 'NSEC3', rdata };
  };
  return {
    at: (name) => {
      const at = ring.findIndex((one) => one.hash === hash(name));
      return at === -1 ? null : record(at);
    },
    covering: (name) => record(ring.findLastIndex((one) => one.hash < hash(name))),
  };
}

function hashName(name: string, salt: Uint8Array, iterations: number): string {
  let hash: Uint8Array = wireName(name);
  for (let round = 0; round <= iterations; round += 1) {
    hash = createHash('sha1').update(hash).update(salt).digest();
  }
  return Buffer.from(hash).toString('hex');
}

function base32Hex(digits: string): string {
  const bits = Array.from(digits, (digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => parseInt(five, 2).toString(32)).join('');
}

/** All types are below 256, and so in the first window. */
export function bitmap(types: readonly number[]): Uint8Array {
  if (types.length === 0) return new Uint8Array(0);
  const octets = new Uint8Array(Math.floor(Math.max(...types) / 8) + 1);
  for (const type of types) octets[type >> 3]! |= 0x80 >> (type & 7);
  return concat([0, octets.length], octets);
}

/** A list of looks by MX host, as it is published (docs/evidence-format.md). */
import type { Look } from './look';

export const LIST_FORMAT = 'waxseal-evidence';
export const LIST_VERSION = 1;

/** More than that no list may hold. */
export const MAX_HOSTS = 500_000;
export const MAX_LOOKS_PER_HOST = 256;

export interface ListHeader {
  readonly name: string;
  readonly maker: string;
  /** SPDX expression or a short text. */
  readonly licence: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** When a newer list can be expected. */
  readonly nextUpdate: number;
}

export interface ListSignature {
  readonly algorithm: 'Ed25519';
  /** Raw key of 32 octets, base64 (RFC 8032 §5.1.5). */
  readonly publicKey: string;
  /** 64 octets, base64, over the canonical form of the list without this member. */
  readonly value: string;
}

export interface EvidenceList {
  readonly format: typeof LIST_FORMAT;
  readonly version: typeof LIST_VERSION;
  readonly header: ListHeader;
  /** By host: lower-case A-labels, no final dot. */
  readonly hosts: Readonly<Record<string, readonly Look[]>>;
  readonly signature?: ListSignature;
}

/** Puts a list together: hosts and looks in a fixed order, so that equal looks give equal text. */
export function makeList(header: ListHeader, hosts: ReadonlyMap<string, readonly Look[]>): EvidenceList {
  const sorted = [...hosts].sort(([a], [b]) => compare(a, b));
  return {
    format: LIST_FORMAT,
    version: LIST_VERSION,
    header,
    hosts: Object.fromEntries(sorted.map(([host, looks]) => [host, [...looks].sort(inOrder)])),
  };
}

function inOrder(a: Look, b: Look): number {
  return (
    compare(a.address, b.address) ||
    a.at - b.at ||
    compare(a.network, b.network) ||
    compare(a.vantage, b.vantage)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

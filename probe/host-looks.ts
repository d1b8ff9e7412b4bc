/** Looks at every address of one host. */
import type { Look } from '@/utils/evidence/look';
import { PROOF_ADDRESSES } from '@/utils/evidence/proof-rules';
import { findResolveRule, type ResolveRule } from '@/utils/terminal/resolve-rule';
import { isIPv6 } from 'node:net';
import type { ControlFindings } from './control-looks';
import { confirmSight } from './control-looks';
import type { Addresses, Names } from './names';
import { isPublic } from './networks';
import type { Politeness } from './politeness';
import { lookAt, type Sight, type Visit } from './smtp/look-at';
import type { Endpoint } from './smtp/connect';
import type { TlsaRecord } from './smtp/match-tlsa';

export interface LookSetting {
  readonly names: Omit<Names, 'close'>;
  readonly politeness: Politeness;
  readonly connect: readonly ResolveRule[];
  readonly visit: Pick<Visit, 'ehloName' | 'stepMs' | 'slowMs' | 'now'>;
  readonly port: number;
  readonly vantage: string;
  readonly network: string;
  readonly stop: AbortSignal;
}

export interface Session {
  readonly controls: (family: 4 | 6) => Promise<ControlFindings>;
  /** Which try this is, from 1. */
  readonly tries: number;
  /** False for an address that needs no look. */
  readonly wanted: (address: string) => boolean;
}

/** An address as published, and where to connect for it. */
interface Place {
  readonly address: string;
  /** null: nowhere, for it is no public address. */
  readonly endpoint: Endpoint | null;
}

/**
 * The addresses of a host as published, each with where to connect; null if they could not be found out.
 * A `--connect` rule for the address, or else for the host, leads elsewhere; where DNS knows nothing, the rule's own address counts.
 */
async function placesOf(
  host: string,
  { names, connect, port }: LookSetting,
): Promise<readonly Place[] | null> {
  const found = await names.addresses(host);
  const ruled = findResolveRule(connect, host, port);
  if (ruled !== null && (found === null || found.addresses.length === 0)) {
    return [{ address: ruled.address, endpoint: { address: ruled.address, port: ruled.toPort } }];
  }
  return found === null ? null : found.addresses.map((address) => place(address));
  function place(address: string): Place {
    const rule = findResolveRule(connect, address, port) ?? ruled;
    if (rule !== null) return { address, endpoint: { address: rule.address, port: rule.toPort } };
    return { address, endpoint: isPublic(address) ? { address, port } : null };
  }
}

/** What came of one host. */
export interface HostLooks {
  readonly looks: readonly Look[];
  /** Its addresses could not be found out, or it has none. */
  readonly addresses: 'found' | 'none' | 'failed';
}

/** Looks at up to eight addresses of a host, one after the other: never two connections to it at once. */
export async function lookAtHost(host: string, setting: LookSetting, session: Session): Promise<HostLooks> {
  const places = await placesOf(host, setting);
  if (places === null || places.length === 0)
    return { looks: [], addresses: places === null ? 'failed' : 'none' };
  const tlsa = await protectedTlsa(host, setting);
  const looks: Look[] = [];
  const chosen = [...places].sort((a, b) => (a.address < b.address ? -1 : 1)).slice(0, PROOF_ADDRESSES);
  for (const place of chosen) {
    if (isStopped(setting) || !session.wanted(place.address)) continue;
    const look = await lookAtPlace(host, place, tlsa, setting, session);
    // A visit that was broken off tells nothing.
    if (!isStopped(setting)) looks.push(look);
  }
  return { looks, addresses: 'found' };
}

/** Asked anew each time: it changes while one waits. */
export function isStopped({ stop }: Pick<LookSetting, 'stop'>): boolean {
  return stop.aborted;
}

/** RFC 7672 §2.2.2: without secure addresses TLSA is not asked for. */
async function protectedTlsa(host: string, { names }: LookSetting): Promise<readonly TlsaRecord[]> {
  const found: Addresses | null = await names.addresses(host);
  return found?.secure === true ? names.tlsa(host) : [];
}

async function lookAtPlace(
  host: string,
  place: Place,
  tlsa: readonly TlsaRecord[],
  setting: LookSetting,
  session: Session,
): Promise<Look> {
  const family = isIPv6(place.address) ? 6 : 4;
  const sight = await visitPlace(host, place, tlsa, setting);
  if (sight.reason === 'greylisted') setting.politeness.slowDown(place.endpoint?.address ?? place.address);
  const confirmed = await confirmSight(sight, family, session.controls);
  const { vantage, network, visit } = setting;
  return {
    address: place.address,
    family,
    at: visit.now(),
    vantage,
    network,
    tries: session.tries,
    ...confirmed,
  };
}

/** One visit, when it is that network's turn. */
export function visitPlace(
  host: string,
  { endpoint }: Place,
  tlsa: readonly TlsaRecord[],
  { politeness, visit, stop }: LookSetting,
): Promise<Sight> {
  if (endpoint === null) return Promise.resolve(NOT_PUBLIC);
  return politeness.inTurn(endpoint.address, () => lookAt({ ...visit, ...endpoint, host, tlsa }, stop));
}

const NOT_PUBLIC: Sight = {
  banner: null,
  software: null,
  startTls: 'inconclusive',
  reason: 'not-public',
  extensions: [],
  handshake: null,
};

/** Looks at the first address of that family of a control's first mail host; null if it has none. */
export async function lookAtControl(
  domain: string,
  family: 4 | 6,
  setting: LookSetting,
): Promise<Sight | null> {
  const hosts = await setting.names.mailHosts(domain);
  const host = typeof hosts === 'string' ? domain : (hosts[0] ?? domain);
  const places = (await placesOf(host, setting)) ?? [];
  const place = places.find(({ address }) => isIPv6(address) === (family === 6));
  return place === undefined ? null : visitPlace(host, place, [], setting);
}

/** Looks and lists for tests. */
import type { EvidenceList } from '@/utils/evidence/evidence-list';
import { makeList } from '@/utils/evidence/evidence-list';
import type { Handshake, InconclusiveReason, Look } from '@/utils/evidence/look';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.parse('2026-11-24T12:00:00Z');
export const ADDRESS = '192.0.2.1';

const FRAME: Look = {
  address: ADDRESS,
  family: 4,
  at: NOW,
  vantage: 'home',
  network: 'AS64496',
  tries: 1,
  banner: 'mx.example ESMTP',
  software: null,
  startTls: 'not-offered',
  reason: null,
  extensions: [],
  handshake: null,
  controls: 3,
};

export const HANDSHAKE: Handshake = {
  outcome: 'done',
  version: 'TLSv1.3',
  certificate: 'valid',
  notAfter: NOW + 60 * DAY,
  tlsa: null,
  saidEhlo: true,
};

/** A look without STARTTLS, confirmed by controls, so many days ago. */
export function without(daysAgo: number, more: Partial<Look> = {}): Look {
  return { ...FRAME, at: NOW - daysAgo * DAY, ...more };
}

/** A look with STARTTLS, so many days ago. */
export function withTls(daysAgo: number, handshake: Partial<Handshake> = {}, more: Partial<Look> = {}): Look {
  return {
    ...without(daysAgo, more),
    startTls: 'offered',
    extensions: ['STARTTLS'],
    handshake: { ...HANDSHAKE, ...handshake },
    controls: 0,
  };
}

/** A look that says nothing, so many days ago. */
export function unclear(daysAgo: number, reason: InconclusiveReason, more: Partial<Look> = {}): Look {
  return { ...without(daysAgo, more), startTls: 'inconclusive', reason, controls: 0 };
}

/** Three looks over five days, from two networks: just enough to prove something. */
export function enough(more: Partial<Look> = {}): Look[] {
  return [without(5, more), without(3, { network: 'AS64511', ...more }), without(1, more)];
}

/** A list with these looks. */
export function listOf(hosts: Readonly<Record<string, readonly Look[]>>, madeAt = NOW): EvidenceList {
  const header = { name: 'Test', maker: 'Tester', licence: 'CC0-1.0', madeAt, nextUpdate: madeAt + DAY };
  return makeList(header, new Map(Object.entries(hosts)));
}

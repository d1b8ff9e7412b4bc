import type { DomainRow } from './domain-row';
import { withPins, type MailPins } from './mail-pins';
import type { SigningPlan } from './signing-plan';

/** One zone, as text to be signed. */
export interface Zone {
  /** Without final dot; empty for the root. */
  readonly origin: string;
  readonly records: readonly string[];
  readonly signing: 'signed' | 'unsigned' | 'bogus';
  /** How, where that is not the usual way. */
  readonly plan?: SigningPlan;
}

const HEAD = ['@ SOA ns hostmaster 1 3600 600 86400 300', '@ NS ns', 'ns A 127.0.0.1'];

/** The zones of the table, the root and `test` included; delegations stand in the zone above. */
export function zonesOf(rows: readonly DomainRow[], pins: MailPins): Zone[] {
  const below = rows.flatMap(rowZones);
  const inTest = rows.flatMap(recordsAbove);
  const test: Zone = { origin: 'test', records: inTest, signing: 'signed' };
  const root: Zone = { origin: '', records: [], signing: 'signed' };
  return [root, test, ...below].map((zone) => ({
    ...zone,
    records: zone.records.map((record) => withPins(record, pins)),
  }));
}

/** Names delegated to the server that never answers. */
export function stalledNames(rows: readonly DomainRow[]): string[] {
  return rows.flatMap(({ domain, dns }) => {
    if (dns.kind === 'stalled') return [domain];
    return dns.kind === 'zone' ? (dns.stalledBelow ?? []).map((label) => `${label}.${domain}`) : [];
  });
}

/** Names the resolver denies in its own name. */
export function filteredNames(rows: readonly DomainRow[]): string[] {
  return rows.filter(({ dns }) => dns.kind === 'filtered').map(({ domain }) => domain);
}

/** The zone file. `dsRecords`: DS lines of the zones right below, by their origin. */
export function zoneText(zone: Zone, all: readonly Zone[], dsRecords: ReadonlyMap<string, string>): string {
  const children = all.filter((child) => parentOf(child, all) === zone);
  const delegations = children.flatMap((child) => [
    `${child.origin}. NS ns.${child.origin}.`,
    `ns.${child.origin}. A 127.0.0.1`,
    ...(child.signing === 'unsigned' ? [] : [dsRecords.get(child.origin) ?? '']),
  ]);
  return [`$ORIGIN ${zone.origin}.`, '$TTL 300', ...HEAD, ...zone.records, ...delegations, ''].join('\n');
}

/** The zone that delegates to this one: the closest above it. */
function parentOf(zone: Zone, all: readonly Zone[]): Zone | null {
  if (zone.origin === '') return null;
  const above = all.filter((other) => other !== zone && `.${zone.origin}`.endsWith(`.${other.origin}`));
  const root = all.find((other) => other.origin === '') ?? null;
  return above.filter((other) => other.origin !== '').sort(byLength)[0] ?? root;
}

function byLength(a: Zone, b: Zone): number {
  return b.origin.length - a.origin.length;
}

function rowZones({ domain, dns, policy }: DomainRow): Zone[] {
  if (dns.kind !== 'zone') return [];
  const { plan, signing = 'signed', below = [], stalledBelow = [] } = dns;
  const stalled = stalledBelow.flatMap((label) => [`${label} NS ns.${label}`, `ns.${label} A 127.0.0.1`]);
  const records = [...dns.records, ...stalled, ...(policy ? ['mta-sts A 127.0.0.1'] : [])];
  return [
    { origin: domain, records, signing, ...(plan && { plan }) },
    ...below.map((lower) => ({
      origin: `${lower.label}.${domain}`,
      records: lower.records,
      signing: lower.signing ?? ('signed' as const),
    })),
  ];
}

/** What a row puts into the zone above it. */
function recordsAbove({ domain, dns }: DomainRow): string[] {
  const records = dns.kind === 'stalled' ? [`@ NS ns.${domain}.`, 'ns A 127.0.0.1'] : [];
  return (dns.kind === 'in-parent' ? dns.records : records).map((record) => atLabel(record, domain));
}

/** Moves a record from the top of a zone to a name: "@ CNAME x." becomes "alias.test. CNAME x.". */
function atLabel(record: string, domain: string): string {
  const [owner = '@', ...rest] = record.split(' ');
  return [owner === '@' ? `${domain}.` : `${owner}.${domain}.`, ...rest].join(' ');
}

import type { DomainRow, PolicyBehaviour } from '../domain-row';

/** MX records with a host below the domain each, by preference; the hosts have an address. */
export function mx(...hosts: readonly (readonly [preference: number, label: string])[]): string[] {
  return hosts.flatMap(([preference, label]) => [`@ MX ${preference} ${label}`, `${label} A 127.0.0.2`]);
}

/** The record that announces a policy. */
export function stsRecord(id = '20261124'): string {
  return `_mta-sts TXT "v=STSv1; id=${id};"`;
}

/** A zone with one mail host `mx1` and an announced policy, and whatever else is given. */
export function stsZone(...more: readonly string[]): DomainRow['dns'] {
  return { kind: 'zone', records: [...mx([10, 'mx1']), stsRecord(), 'mta-sts A 127.0.0.1', ...more] };
}

/** The text of a policy, a week long. */
export function policyText(mode: 'enforce' | 'testing' | 'none', ...patterns: readonly string[]): string {
  const lines = ['version: STSv1', `mode: ${mode}`, ...patterns.map((pattern) => `mx: ${pattern}`)];
  return [...lines, 'max_age: 604800', ''].join('\r\n');
}

/** A policy host that does what it should. */
export function policy(...text: Parameters<typeof policyText>): PolicyBehaviour {
  return { body: policyText(...text) };
}

/** A TLSA record for port 25 of a host (RFC 7672 §2.2.3); see mail-pins.ts for words in its data. */
export function tlsa(host: string, data: string): string {
  return `_25._tcp${host === '@' ? '' : `.${host}`} TLSA ${data}`;
}

/** A record that fits the key of every mail server of the world. */
export const TLSA_OF_KEY = '3 1 1 KEY-SHA256';

/** A signed zone with these records. */
export function zone(...records: readonly string[]): DomainRow['dns'] {
  return { kind: 'zone', records };
}

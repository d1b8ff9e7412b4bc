import type { Level } from '@/utils/verdict/level';
import type { ReasonCode } from '@/utils/verdict/reason';
import type { DomainRow, Expectation, PolicyBehaviour } from '../domain-row';

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

/** An expectation that is the same for both senders. */
export function forAnySender(
  level: Level,
  ...reasons: readonly ReasonCode[]
): { checking: Expectation; unknown: Expectation } {
  const expectation = { level, conditional: false, mechanism: null, reasons };
  return { checking: expectation, unknown: expectation };
}

/** A policy that can be met binds the sender that checks; of any other nobody knows. */
export function enforcedByPolicy(...remarks: readonly ReasonCode[]): {
  checking: Expectation;
  unknown: Expectation;
} {
  const reasons = ['sts-enforce', ...remarks] as const;
  return {
    checking: { level: 'enforced', conditional: false, mechanism: 'mta-sts', reasons },
    unknown: {
      level: 'expected',
      conditional: true,
      mechanism: 'mta-sts',
      reasons: ['sender-unknown', ...reasons],
    },
  };
}

/** A policy that no mail host can meet. */
export function blockedByPolicy(): { checking: Expectation; unknown: Expectation } {
  const blocked = { level: 'blocked', conditional: false, mechanism: 'mta-sts' } as const;
  const reasons = ['sts-no-host-matches', 'sts-host-mismatch', 'sts-enforce'] as const;
  return {
    checking: { ...blocked, reasons },
    unknown: { ...blocked, reasons: [...reasons, 'sender-unknown'] },
  };
}

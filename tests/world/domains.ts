import type { DomainRow } from './domain-row';
import { MAIL_HOST_ROWS } from './domains/mail-host-rows';
import { POLICY_FAULT_ROWS } from './domains/policy-fault-rows';
import { POLICY_ROWS } from './domains/policy-rows';
import { RECORD_ROWS } from './domains/record-rows';

/** Every domain of the world. Zones, certificates, policy server and expectations are made from this. */
export const DOMAINS: readonly DomainRow[] = [
  ...POLICY_ROWS,
  ...POLICY_FAULT_ROWS,
  ...RECORD_ROWS,
  ...MAIL_HOST_ROWS,
];

/** The row of a domain (A-labels); throws if there is none. */
export function rowOf(domain: string): DomainRow {
  const row = DOMAINS.find((one) => one.domain === domain);
  if (row === undefined) throw new Error(`the world has no ${domain}`);
  return row;
}

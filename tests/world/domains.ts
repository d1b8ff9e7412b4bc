import type { DomainRow } from './domain-row';
import { CONFLICT_ROWS } from './domains/conflict-rows';
import { DANE_HOST_ROWS } from './domains/dane-host-rows';
import { DANE_ROWS } from './domains/dane-rows';
import { DNSSEC_ROWS } from './domains/dnssec-rows';
import { MAIL_HOST_ROWS } from './domains/mail-host-rows';
import { MAIL_RECORD_ROWS } from './domains/mail-record-rows';
import { POLICY_FAULT_ROWS } from './domains/policy-fault-rows';
import { POLICY_GRAMMAR_ROWS } from './domains/policy-grammar-rows';
import { POLICY_ROWS } from './domains/policy-rows';
import { RECORD_GRAMMAR_ROWS } from './domains/record-grammar-rows';
import { RECORD_ROWS } from './domains/record-rows';

/** Every domain of the world. Zones, certificates, policy server and expectations are made from this. */
export const DOMAINS: readonly DomainRow[] = [
  ...POLICY_ROWS,
  ...POLICY_FAULT_ROWS,
  ...RECORD_ROWS,
  ...MAIL_HOST_ROWS,
  ...MAIL_RECORD_ROWS,
  ...RECORD_GRAMMAR_ROWS,
  ...POLICY_GRAMMAR_ROWS,
  ...DANE_ROWS,
  ...DANE_HOST_ROWS,
  ...DNSSEC_ROWS,
  ...CONFLICT_ROWS,
];

/** The row of a domain (A-labels); throws if there is none. */
export function rowOf(domain: string): DomainRow {
  const row = DOMAINS.find((one) => one.domain === domain);
  if (row === undefined) throw new Error(`the world has no ${domain}`);
  return row;
}

/** Those that are shown in the browsers. */
export const BROWSER_DOMAINS: readonly DomainRow[] = DOMAINS.filter((row) => row.terminalOnly !== true);

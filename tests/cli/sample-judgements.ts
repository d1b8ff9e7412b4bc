/** Judgements for the tests of the outputs. */
import { reason } from '@/utils/verdict/reason';
import type { Verdict } from '@/utils/verdict/verdict';
import type { Judgement } from '../../cli/judge';
import { readTarget } from '../../cli/target';

export const CHECKED_AT = Date.UTC(2026, 10, 24, 12, 0, 0);

const VERDICT: Verdict = {
  domain: 'd.test',
  level: 'enforced',
  conditional: false,
  mechanism: 'mta-sts',
  reasons: [reason('sts-enforce', { id: '1', until: CHECKED_AT + 86_400_000 })],
  hosts: [
    {
      name: 'mx.d.test',
      preference: 10,
      level: 'enforced',
      skipped: false,
      reasons: [reason('sts-enforce', { id: '1', until: CHECKED_AT + 86_400_000 })],
    },
  ],
  mtaSts: {
    status: 'enforce',
    id: '1',
    mx: ['mx.d.test'],
    maxAge: 86_400,
    expiresAt: CHECKED_AT + 86_400_000,
  },
  dnssec: { mx: 'insecure', by: 'resolver' },
  tlsRpt: null,
  sender: null,
  resolver: 'https://resolver.test/dns-query',
  checkedAt: CHECKED_AT,
  validUntil: CHECKED_AT + 300_000,
};

/** A judgement on what was typed; the verdict is "enforced by MTA-STS" but for what `change` says. */
export function judgement(text: string, change: Partial<Verdict> = {}): Judgement {
  const reading = readTarget(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.fault}`);
  const { recipient } = reading.target;
  const domain = recipient.kind === 'domain' ? recipient.domain : '';
  return { target: reading.target, verdict: { ...VERDICT, domain, ...change } };
}

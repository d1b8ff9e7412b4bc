/**
 * What the name of an MX host tells of whoever runs it: an inference, the weakest of the facts. It may
 * lead to `expected` and no further, and it also names what lies behind the host and is not seen.
 */
import { operatorOf } from '@/utils/operators/find-operator';
import type { Operator } from '@/utils/operators/operator';
import { tlsStanding } from '@/utils/operators/tls-standing';
import type { HostCase } from './host-case';
import type { Reason } from './reason';
import { reason } from './reason';
import type { HostRuling, Ruling } from './ruling';
import { plainRuling, used } from './ruling';

/**
 * "Operator with a source: expected", for the host table; null where nobody is recognised or no source
 * holds at `now` (milliseconds since the epoch). `hostName` in lower-case A-labels. Total.
 */
export function operatorRuling(hostName: string, now: number): Ruling | null {
  const operator = operatorOf(hostName);
  const source = operator === null ? null : tlsStanding(operator, now);
  if (operator === null || source === null) return null;
  const { name } = operator;
  const why = reason('handled-by-operator', { operator: name, source: source.source, asOf: source.asOf });
  return plainRuling('expected', why);
}

/**
 * The same as a rule of the host table. A host that was not looked at stays what it is: a look might have
 * shown that it is skipped.
 */
export function operatorExpected({ host, standing, now }: HostCase): HostRuling | null {
  const ruling = host.address.kind === 'not-asked' ? null : operatorRuling(host.name, now);
  if (ruling === null) return null;
  // Of the policy only what was learnt or left open; that nothing requires encryption goes without saying.
  const open = standing.kind === 'binding' ? [] : standing.reasons;
  const others = open.filter(({ code }) => code !== 'nothing-requires');
  return used({ ...ruling, reasons: [...ruling.reasons, ...others] });
}

/** A host's ruling with what its operator's name adds to it, at the end of its reasons. */
export function withOperator(ruling: HostRuling, hostName: string, now: number): HostRuling {
  if (ruling.level === 'undeliverable') return ruling;
  return { ...ruling, reasons: [...ruling.reasons, ...operatorRemarks(hostName, now)] };
}

/**
 * What is worth knowing of the host whatever its level: that a filter or a forwarder stands there, else
 * the bare name of an operator whose encryption no source vouches for. Empty where nobody is recognised.
 */
export function operatorRemarks(hostName: string, now: number): Reason[] {
  const operator = operatorOf(hostName);
  if (operator === null) return [];
  const onward = whatLiesBehind(operator);
  if (onward !== null) return [onward];
  return tlsStanding(operator, now) === null ? [reason('operator-named', { operator: operator.name })] : [];
}

function whatLiesBehind({ name, role }: Operator): Reason | null {
  switch (role) {
    case 'filter':
      return reason('filtered-by', { service: name });
    case 'forwarder':
      return reason('forwarded-by', { service: name });
    case 'mailbox':
      return null;
  }
}

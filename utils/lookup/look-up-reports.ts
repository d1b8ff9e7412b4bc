/** Asks where a domain wants reports on failed encryption (RFC 8460), for whoever opens its details. */
import type { DnsOutcome } from '@/utils/dns/outcome';
import { readReportRecord } from '@/utils/tlsrpt/read-record';
import type { ReportEvidence } from '@/utils/tlsrpt/record';
import { ask, type AskingEffects } from './ask';
import { startDeadline } from './deadline';
import type { LookupEffects } from './effects';
import { outcomeHoldsUntil, validUntil } from './validity';

export type ReportEffects = AskingEffects & Pick<LookupEffects, 'after'>;

/**
 * Makes that one look-up. It never rejects, answers soon after `deadlineMs` milliseconds at the latest, and
 * gives whoever asks for a domain that is being looked up that same flight.
 */
export function makeLookUpReports(
  effects: ReportEffects,
  options: { readonly deadlineMs: number },
): (domain: string) => Promise<ReportEvidence> {
  const flights = new Map<string, Promise<ReportEvidence>>();
  return (domain) => {
    const under = flights.get(domain);
    if (under !== undefined) return under;
    const flight = gather(effects, options.deadlineMs, domain).finally(() => {
      flights.delete(domain);
    });
    flights.set(domain, flight);
    return flight;
  };
}

async function gather(effects: ReportEffects, deadlineMs: number, domain: string): Promise<ReportEvidence> {
  const deadline = startDeadline(effects.after, deadlineMs);
  const outcome: DnsOutcome = await ask(effects, deadline, `_smtp._tls.${domain}`, 'TXT');
  deadline.close();
  const { reading, ttl } = readReportRecord(domain, outcome);
  const gatheredAt = effects.now();
  const ends = [outcomeHoldsUntil(outcome, ttl)];
  return {
    domain,
    resolver: effects.resolver,
    reading,
    gatheredAt,
    validUntil: validUntil(ends, gatheredAt),
  };
}

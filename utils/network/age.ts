/** Time an answer has spent in HTTP caches (RFC 9111 §5.1), which its TTLs do not know of. */
import type { DnsMessage, ResourceRecord } from '@/utils/dns/message';

/** Seconds of an Age header; 0 where there is none or it is no number, as RFC 9111 §5.1 asks. */
export function ageSeconds(header: string | null): number {
  const first = header?.split(',')[0]?.trim() ?? '';
  return /^[0-9]+$/.test(first) ? Number(first) : 0;
}

/** The message with all TTLs lessened by so many seconds, never below 0 (RFC 8484 §5.1). */
export function aged(message: DnsMessage, seconds: number): DnsMessage {
  const older = (records: readonly ResourceRecord[]): ResourceRecord[] =>
    records.map((record) => ({ ...record, ttl: Math.max(0, record.ttl - seconds) }));
  return {
    ...message,
    answers: older(message.answers),
    authorities: older(message.authorities),
    additionals: older(message.additionals),
  };
}

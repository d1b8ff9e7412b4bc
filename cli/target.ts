/** What stands on the command line: an address, or a domain alone. */
import { toDomain } from '@/utils/address/domain-name';
import { parseRecipient } from '@/utils/address/parse-recipient';
import type { AddressFault, Recipient } from '@/utils/address/recipient';

export interface Target {
  /** As given. */
  readonly text: string;
  /** As given; null for a domain alone. */
  readonly address: string | null;
  readonly recipient: Exclude<Recipient, { kind: 'unreadable' }>;
}

export type TargetReading =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly text: string; readonly fault: AddressFault };

/** Reads one argument. With an "@" it is an address, with or without a name; without one it is a domain. */
export function readTarget(text: string): TargetReading {
  return text.includes('@') ? readAddress(text) : readDomain(text);
}

function readAddress(text: string): TargetReading {
  const recipient = parseRecipient(text);
  if (recipient.kind === 'unreadable') return { ok: false, text, fault: recipient.fault };
  return { ok: true, target: { text, address: text, recipient } };
}

function readDomain(text: string): TargetReading {
  const parse = toDomain(text.trim());
  if (!parse.ok) return { ok: false, text, fault: parse.fault };
  const { domain, unicode } = parse;
  const recipient = { kind: 'domain', domain, unicode, internationalLocalPart: false } as const;
  return { ok: true, target: { text, address: null, recipient } };
}

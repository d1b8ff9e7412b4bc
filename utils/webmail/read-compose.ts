/** Reading one compose window: who will get the message, as far as the page shows it. */
import { parseBareRecipient } from '@/utils/address/parse-recipient';
import type { RecipientField, Webmail } from './contract';
import { extractAddress, findAddress } from './extract';
import { readField, type FieldReading } from './read-field';
import { recipientDomain } from './recipient-domain';
import { makeTypedReader } from './typed-text';

export interface ReadRecipient {
  readonly field: RecipientField;
  /** As shown in the page. Never leaves page and popup. */
  readonly text: string;
  /** What may be asked about it (recipient-domain.ts); null if its address cannot be read. */
  readonly domain: string | null;
}

export interface ComposeReading {
  readonly root: Element;
  /** The same array as before while nothing has changed. */
  readonly recipients: readonly ReadRecipient[];
  /** Domain of the writer's own address; null where it cannot be read. */
  readonly from: string | null;
  /** Text is being typed that may yet become an address. */
  readonly typing: boolean;
  /** The page lacks what a compose window should have, so recipients may have been missed. */
  readonly outdated: boolean;
}

/** Milliseconds a compose window may take to become complete. */
export const SETTLING = 3000;

interface Memory {
  readonly since: number;
  /** What the fields held when they last held anything, or were last unfolded. */
  readonly inFields: readonly ReadRecipient[];
  readonly recipients: readonly ReadRecipient[];
}

const FIELDS: readonly RecipientField[] = ['to', 'cc', 'bcc'];

/** Returns a reader of compose windows that remembers what it read last. `now` in milliseconds. */
export function makeComposeReader(webmail: Webmail, now: () => number): (root: Element) => ComposeReading {
  const readTyped = makeTypedReader(now);
  const memories = new WeakMap<Element, Memory>();
  return (root) => {
    const before = memories.get(root) ?? { since: now(), inFields: [], recipients: [] };
    const fields = FIELDS.map((field) => readField(root, webmail, field, readTyped));
    const summary = readSummary(root, webmail);
    const shown = fields.flatMap(ofField);
    const inFields = summary && shown.length === 0 ? before.inFields : shown;
    // A summary may be cut short, and the fields behind it may be empty: what was in them still stands.
    const fresh = joinNew(inFields, summary ?? [], ({ text }) => text.toLowerCase());
    const recipients = sameRecipients(fresh, before.recipients) ? before.recipients : fresh;
    memories.set(root, { since: before.since, inFields, recipients });
    const complete = webmail.canary.every((selector) => root.querySelector(selector));
    return {
      root,
      recipients,
      from: recipientDomain(parseBareRecipient(findAddress(root, webmail.from))),
      typing: fields.some(({ typing }) => typing),
      outdated: !complete && now() - before.since >= SETTLING,
    };
  };
}

function ofField(reading: FieldReading, index: number): ReadRecipient[] {
  const field = FIELDS[index] ?? 'to';
  const shown = reading.shown.map((text) => read(field, text));
  // What will be sent but is not shown counts too: a skin with other chips than we know.
  const listed = reading.listed.map((text) => read(field, text));
  return joinNew(shown, listed, ({ domain }) => domain);
}

/** Null while the fields themselves are shown. */
function readSummary(root: Element, webmail: Webmail): ReadRecipient[] | null {
  const { summary } = webmail;
  const folded =
    summary && [...root.querySelectorAll(summary.when)].find((element) => element.checkVisibility());
  if (!folded) return null;
  const chips = [...folded.querySelectorAll(summary.chip)];
  return chips.map((chip) => read('to', extractAddress(chip, summary.address)));
}

/** `known`, and what `others` hold besides it by that key. */
function joinNew(
  known: readonly ReadRecipient[],
  others: readonly ReadRecipient[],
  keyOf: (recipient: ReadRecipient) => string | null,
): ReadRecipient[] {
  const keys = new Set(known.map(keyOf));
  return [...known, ...others.filter((other) => !keys.has(keyOf(other)))];
}

function read(field: RecipientField, text: string): ReadRecipient {
  return { field, text, domain: recipientDomain(parseBareRecipient(text)) };
}

function sameRecipients(a: readonly ReadRecipient[], b: readonly ReadRecipient[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ field, text }, index) => field === b[index]?.field && text === b[index].text)
  );
}

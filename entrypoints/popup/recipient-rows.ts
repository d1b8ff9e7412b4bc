/** The rows of the popup while their verdicts come in. */
import type { RecipientRow } from '@/components/popup/popup-view';
import { toDomain } from '@/utils/address/domain-name';
import type { ComposeListReply, ComposePlace, VerdictReply } from '@/utils/messaging/protocol';
import { parseRecipient } from '@/utils/address/parse-recipient';
import { withDeliveryRemark } from '@/utils/verdict/delivery-remark';
import { senderById, senderFor, type Writing } from '@/utils/senders/find-sender';
import { decide } from '@/utils/verdict/decide';
import type { Verdict } from '@/utils/verdict/verdict';
import { groupRecipients, type RecipientGroup } from './group-recipients';

/** A row with what is needed to ask for its verdict. */
export interface AskedRow {
  readonly row: RecipientRow;
  readonly webmail: string;
  /** Domain of the writer's own address; null where it is not known. */
  readonly from: string | null;
  readonly place: ComposePlace;
}

/** Rows beyond this many are left out, and the popup says so: a list this long is read by nobody. */
const MOST_ROWS = 200;

/** A row for each domain of a tab's compose windows, none with a verdict yet but the unreadable one. */
export function startRows(
  reply: ComposeListReply,
  tab: number,
  about: { readonly now: number; readonly provider: string | null },
): { rows: AskedRow[]; complete: boolean } {
  const groups = groupRecipients(reply.composes);
  const rows = groups.slice(0, MOST_ROWS).map((group) => ({
    row: startRow(group, { webmail: reply.webmail, from: group.from, chosen: about.provider }, about.now),
    webmail: reply.webmail,
    from: group.from,
    place: { tab, compose: group.compose },
  }));
  return { rows, complete: groups.length <= MOST_ROWS };
}

function startRow({ domain, addresses }: RecipientGroup, writing: Writing, now: number): RecipientRow {
  const unasked = { domain, addresses, history: [], reports: null, storage: null } as const;
  if (domain !== null) {
    return { ...unasked, unicode: unicodeOf(domain), verdict: null, senderName: null, state: 'checking' };
  }
  const verdict = decide({ kind: 'unreadable', gatheredAt: now }, senderFor(writing), now);
  return { ...unasked, unicode: '', verdict, senderName: senderName(verdict), state: 'done' };
}

/** The row once the background answered; a verdict it had before stays where there was no answer. */
export function answeredRow(row: RecipientRow, reply: VerdictReply | null): RecipientRow {
  if (reply?.status !== 'done') return { ...row, state: 'failed' };
  const state = reply.fresh ? 'done' : 'checking';
  const { history, storage } = reply;
  const verdict = withDeliveryRemark(reply.verdict, row.addresses.some(isInternational));
  return { ...row, verdict, history, senderName: senderName(verdict), storage, state };
}

/** The address never leaves the popup, so the remark about it is made here. */
function isInternational(address: string): boolean {
  const recipient = parseRecipient(address);
  return recipient.kind !== 'unreadable' && recipient.internationalLocalPart;
}

/** Whether nothing at all could be looked up, because the resolver cannot be reached. */
export function cutOff(rows: readonly RecipientRow[]): boolean {
  const lookedUp = rows.filter(({ verdict }) => verdict !== null && verdict.resolver !== null);
  return (
    lookedUp.length > 0 && lookedUp.every(({ verdict }) => verdict !== null && withoutConnection(verdict))
  );
}

function withoutConnection({ reasons }: Verdict): boolean {
  return reasons.some(({ code, params }) => code === 'mx-lookup-failed' && params.failure === 'network');
}

function unicodeOf(domain: string): string {
  const read = toDomain(domain);
  return read.ok ? read.unicode : domain;
}

function senderName({ sender }: Verdict): string | null {
  return sender === null ? null : (senderById(sender)?.name ?? null);
}

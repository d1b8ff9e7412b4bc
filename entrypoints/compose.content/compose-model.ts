/** From the recipients of a compose window and what is known of their domains to what its notice shows. */
import type { NoticeModel, NoticeRow, NoticeState } from '@/utils/notice/notice-model';
import { countedPhrase, phrase, type Speech } from '@/utils/notice/phrase';
import type { NoticeWord } from '@/utils/notice/words';
import type { ComposeReading, ReadRecipient } from '@/utils/webmail/read-compose';
import { recipientDomain } from '@/utils/webmail/recipient-domain';
import type { Entry, VerdictBook } from './verdict-book';

/** How many recipients each domain has, in the order in which domains first appear. Unreadable ones stand at "". */
export function countByDomain(recipients: readonly ReadRecipient[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { recipient } of recipients) {
    const domain = recipientDomain(recipient) ?? '';
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return counts;
}

/** Everything the notice shows. */
export function composeModel(
  { typing, outdated }: ComposeReading,
  counts: ReadonlyMap<string, number>,
  book: VerdictBook,
  speech: Speech,
): NoticeModel {
  const statuses = new Set<Entry['status']>();
  const rows: NoticeRow[] = [];
  for (const [domain, recipients] of counts) {
    if (domain === '') continue;
    const entry = book.entry(domain);
    statuses.add(entry.status);
    rows.push({ name: domain, ...judged(entry, speech), domain, recipients });
  }
  const unreadable = counts.get('') ?? 0;
  if (unreadable > 0 || outdated) rows.push(unreadableRow(Math.max(1, unreadable), outdated, speech));
  return { state: rows.length > 0 && !typing ? stateOf(statuses) : 'checking', rows, outdated };
}

/** With no recipients yet, or half an address, the message is not judged: never "done". */
function stateOf(statuses: ReadonlySet<Entry['status']>): NoticeState {
  if (statuses.has('pending')) return 'checking';
  if (statuses.has('failed')) return 'error';
  return statuses.has('limited') || statuses.has('refused') ? 'limited' : 'done';
}

/** `name` only where somebody has made the domain readable. */
type Judged = Omit<NoticeRow, 'name' | 'domain' | 'recipients'> & Partial<Pick<NoticeRow, 'name'>>;

function judged({ status, line }: Entry, speech: Speech): Judged {
  if (line) return { ...line, name: line.unicode };
  if (status === 'failed') return unknown('notice.errorSentence', speech);
  if (status === 'refused') return unknown('notice.limitedSentence', speech);
  return { level: null, conditional: false, word: phrase(speech, 'notice.checking'), sentence: '' };
}

function unknown(why: NoticeWord, speech: Speech): Judged {
  const [word, sentence] = [phrase(speech, 'notice.unknown'), phrase(speech, why)];
  return { level: 'unknown', conditional: false, word, sentence };
}

function unreadableRow(recipients: number, outdated: boolean, speech: Speech): NoticeRow {
  const name = countedPhrase(speech, 'notice.unreadable', recipients, [recipients]);
  const why = outdated ? 'notice.outdatedSentence' : 'notice.unreadableSentence';
  return { ...unknown(why, speech), domain: '', name, recipients };
}

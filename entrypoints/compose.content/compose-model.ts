/** From the recipients of a compose window and what is known of their domains to what its notice shows. */
import type { NoticeModel, NoticeRow, NoticeState } from '@/utils/notice/notice-model';
import { countedPhrase, phrase, type Speech } from '@/utils/notice/phrase';
import type { NoticeWord } from '@/utils/notice/words';
import type { ComposeReading, ReadRecipient } from '@/utils/webmail/read-compose';
import type { Entry, VerdictBook } from './verdict-book';

/** Of the recipients that cannot be read. */
const MOST_NAMED = 5;

/** How many recipients each domain has, in the order in which domains first appear. */
export function countByDomain(recipients: readonly ReadRecipient[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { domain } of recipients) {
    if (domain !== null) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return counts;
}

/** Everything the notice shows. */
export function composeModel(
  { recipients: all, typing, outdated }: ComposeReading,
  counts: ReadonlyMap<string, number>,
  book: VerdictBook,
  speech: Speech,
): NoticeModel {
  const statuses = new Set<Entry['status']>();
  const rows: NoticeRow[] = [];
  for (const [domain, recipients] of counts) {
    const entry = book.entry(domain);
    statuses.add(entry.status);
    rows.push({ name: domain, ...judged(entry, speech), domain, recipients });
  }
  const unreadable = all.filter(({ domain }) => domain === null).map(({ text }) => text);
  if (unreadable.length > 0 || outdated) rows.push(unreadableRow(unreadable, outdated, speech));
  return { state: typing ? 'checking' : stateOf(statuses), rows, outdated };
}

/** Without recipients nothing is left to do: "done", without a level. */
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

/** Says which they are: a name of the address book or a group looks like any other recipient. */
function unreadableRow(texts: readonly string[], outdated: boolean, speech: Speech): NoticeRow {
  const recipients = Math.max(1, texts.length);
  const named = texts.slice(0, MOST_NAMED).join(', ') + (recipients > MOST_NAMED ? ', …' : '');
  const name = countedPhrase(speech, 'notice.unreadable', recipients, [recipients]) + (named && `: ${named}`);
  const why = outdated ? 'notice.outdatedSentence' : 'notice.unreadableSentence';
  return { ...unknown(why, speech), domain: '', name, recipients };
}

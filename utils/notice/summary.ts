/** The one line of a notice that is not unfolded. */
import { worstRow, type NoticeModel, type NoticeRow } from './notice-model';
import { countedPhrase, phrase, type Speech } from './phrase';

/** What stands in the line, as text. */
export function summaryLine(model: NoticeModel, speech: Speech): string {
  const remark = remarkOn(model, speech);
  return mainPart(model, speech) + (remark && ` · ${remark}`);
}

function mainPart({ state, rows }: NoticeModel, speech: Speech): string {
  const worst = worstRow(rows);
  if (state !== 'checking' && worst) return judgement(rows, worst, speech);
  const pending = countRecipients(rows.filter(({ level }) => level === null));
  if (pending > 0) return countedPhrase(speech, 'notice.checkingCount', pending, [pending]);
  return phrase(speech, worst ? 'notice.checking' : 'notice.empty');
}

function judgement(rows: readonly NoticeRow[], { level, word }: NoticeRow, speech: Speech): string {
  const all = countRecipients(rows);
  const some = countRecipients(rows.filter((row) => row.level === level && row.word === word));
  return some === all
    ? countedPhrase(speech, 'notice.all', all, [all, word])
    : countedPhrase(speech, 'notice.some', all, [some, all, word]);
}

function remarkOn({ state, outdated }: NoticeModel, speech: Speech): string {
  if (outdated) return phrase(speech, 'notice.outdated');
  return state === 'error' || state === 'limited' ? phrase(speech, `notice.${state}`) : '';
}

function countRecipients(rows: readonly NoticeRow[]): number {
  return rows.reduce((sum, { recipients }) => sum + recipients, 0);
}

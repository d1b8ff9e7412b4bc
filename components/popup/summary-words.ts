/** The headline of a message and what to do, in words that claim no more than is known. */
import type { Translate } from '@/utils/i18n/translate';
import type { Level } from '@/utils/verdict/level';
import type { ReasonCode } from '@/utils/verdict/reason';
import { canCheckAgain, messageLevel, type RecipientRow } from './popup-view';

interface SummaryWords {
  readonly level: Level;
  /** A domain of that level has a proviso, so the mark is in outline. */
  readonly conditional: boolean;
  readonly headline: string;
  readonly advice: string;
}

/** For the worst level of the rows that have a verdict; null while none has. */
export function summaryWords(rows: readonly RecipientRow[], t: Translate): SummaryWords | null {
  const level = messageLevel(rows);
  if (level === null) return null;
  const deciding = rows.filter(({ verdict }) => verdict?.level === level);
  const conditional = deciding.some(({ verdict }) => verdict?.conditional);
  const usual = { headline: t(`popup.summary.${level}`), advice: t(`popup.advice.${level}`) };
  return { level, conditional, ...usual, ...special(deciding, conditional, t) };
}

/** Words for cases in which the usual ones of the level would say too much, or give no help. */
function special(
  deciding: readonly RecipientRow[],
  conditional: boolean,
  t: Translate,
): Partial<SummaryWords> {
  const level = deciding[0]?.verdict?.level;
  if (level === 'blocked' && deciding.every(dependsOnSender)) {
    return { headline: t('popup.special.blocked'), advice: t('popup.special.blocked_advice') };
  }
  if (level === 'enforced' && conditional) return { headline: t('popup.special.enforced') };
  if (level !== 'unknown') return {};
  if (deciding.some((row) => has(row, 'sts-unread'))) return { advice: t('popup.special.unread_advice') };
  return deciding.some(canCheckAgain) ? {} : { advice: t('popup.special.settled_advice') };
}

/** Only a sender that checks holds a message back, and nobody knows whether this one does (RFC 8461 §5). */
function dependsOnSender(row: RecipientRow): boolean {
  return has(row, 'sender-unknown') || has(row, 'sender-mta-sts-unknown');
}

function has({ verdict }: RecipientRow, code: ReasonCode): boolean {
  return verdict?.reasons.some((reason) => reason.code === code) ?? false;
}

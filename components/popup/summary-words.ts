/** The headline of a message and what to do, in words that claim no more than is known. */
import type { Translate } from '@/utils/i18n/translate';
import type { Level } from '@/utils/verdict/level';
import type { Verdict } from '@/utils/verdict/verdict';
import { messageLevel, type RecipientRow } from './popup-view';

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
  const deciding = rows.map(({ verdict }) => verdict).filter((each) => each?.level === level);
  const conditional = deciding.some((verdict) => verdict?.conditional);
  const words = { level, conditional };
  if (level === 'blocked' && deciding.every((verdict) => verdict && dependsOnSender(verdict))) {
    return { ...words, headline: t('popup.proviso.blocked'), advice: t('popup.proviso.blocked_advice') };
  }
  if (level === 'enforced' && conditional) {
    return { ...words, headline: t('popup.proviso.enforced'), advice: t('popup.advice.enforced') };
  }
  return { ...words, headline: t(`popup.summary.${level}`), advice: t(`popup.advice.${level}`) };
}

/** Only a sender that checks holds a message back, and nobody knows whether this one does (RFC 8461 §5). */
function dependsOnSender({ reasons }: Verdict): boolean {
  return reasons.some(({ code }) => code === 'sender-unknown' || code === 'sender-mta-sts-unknown');
}

/** The name of a level in the user's language. */
import type { MessageKey, Translate } from '@/utils/i18n/translate';
import type { Level } from '@/utils/verdict/level';

const CONDITIONAL: Partial<Record<Level, MessageKey>> = {
  enforced: 'level.conditional.enforced',
  expected: 'level.conditional.expected',
};

/** Short name of a level; a conditional one (the seal in outline) names its proviso. */
export function levelWord(t: Translate, level: Level, conditional: boolean): string {
  const proviso = conditional ? CONDITIONAL[level] : undefined;
  return t(proviso ?? `level.word.${level}`);
}

/** One plain sentence on what a level means for the message being written. */
export function levelMeaning(t: Translate, level: Level): string {
  return t(`level.meaning.${level}`);
}

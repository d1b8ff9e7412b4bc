/** Speaking with the words the background delivered. */
import type { CountedWord, NoticeWord } from './words';

/** What a notice needs to speak: messages by key, and the language they are in. */
export interface Speech {
  readonly words: Readonly<Record<string, string>>;
  /** BCP 47, for plural rules. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The message of `key`; the empty text if the background did not deliver it. */
export function phrase(speech: Speech, key: NoticeWord): string {
  return speech.words[key] ?? '';
}

/** The message of `key` in the plural form for `n`, with "$1", "$2" replaced by `substitutions`. */
export function countedPhrase(
  speech: Speech,
  key: CountedWord,
  n: number,
  substitutions: readonly (string | number)[],
): string {
  const category = new Intl.PluralRules(speech.language).select(n);
  const message = speech.words[`${key}_${category}`] || speech.words[`${key}_other`] || '';
  return message.replace(/\$([1-9])/g, (_, index: string) =>
    (substitutions[Number(index) - 1] ?? '').toLocaleString(speech.language),
  );
}

/**
 * Words in the user's language. Every word a person sees stands in `locales/LANGUAGE.json`; code holds keys.
 *
 * Keys are dotted ("popup.title"). The build turns each into a name the browsers accept by writing `_`
 * for the dot, so no two keys may differ only in that. `$1` to `$9` in a message stand for substitutions.
 */
import type en from './locales/en.json';

type Dotted<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Dotted<T[K]>}`;
}[keyof T & string];

/** Every key of the English catalogue, which is the measure for the others. */
export type MessageKey = Dotted<typeof en>;

/** Message in the user's language with `$1`… filled in; the empty text for a key no catalogue has. */
export type Translate = (key: MessageKey, substitutions?: readonly (string | number)[]) => string;

/** Keys that stand for a counted thing: those with a form for "other". */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/**
 * Message for a number of things, by the plural rules of the language (Unicode CLDR, through Intl).
 * `$1` is `n` as the language writes numbers, further substitutions follow from `$2`. A language may
 * have forms English lacks (`_few`, `_many`); a missing form falls back to `_other`.
 */
export function plural(
  t: Translate,
  language: string,
  key: PluralKey,
  n: number,
  substitutions: readonly (string | number)[] = [],
): string {
  const values = [new Intl.NumberFormat(language).format(n), ...substitutions];
  const category = new Intl.PluralRules(language).select(n);
  return t(`${key}_${category}` as MessageKey, values) || t(`${key}_other` as MessageKey, values);
}

/** Replaces `$1`… by their values and `$$` by a dollar sign; a `$n` without value becomes empty, as browsers do. */
export function substitute(message: string, substitutions: readonly (string | number)[] = []): string {
  return message.replace(/\$(\$|[1-9])/g, (_, mark: string) =>
    mark === '$' ? '$' : String(substitutions[Number(mark) - 1] ?? ''),
  );
}

/**
 * The language words really are in. A browser run in a language there is no catalogue for shows English
 * words, so its own language would give the wrong plural forms, dates, direction and pronunciation.
 */
import type { Translate } from './translate';

/**
 * BCP 47 tag of the words `t` gives. The user's own tag where it is the same language, because it may say
 * more ("en-GB" writes dates as the British do); otherwise that of the catalogue.
 */
export function languageOfWords(t: Translate, userLanguage: string): string {
  const ofCatalogue = t('meta.language');
  return sameLanguage(userLanguage, ofCatalogue) ? userLanguage.replaceAll('_', '-') : ofCatalogue;
}

/** Reading direction of the words `t` gives. */
export function directionOfWords(t: Translate): 'ltr' | 'rtl' {
  return t('meta.direction') === 'rtl' ? 'rtl' : 'ltr';
}

function sameLanguage(a: string, b: string): boolean {
  const primary = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase();
  return primary(a) === primary(b);
}

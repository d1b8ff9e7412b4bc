/** Translation by the browser from `_locales`, in the language the user runs the browser in. */
import { browser } from 'wxt/browser';
import type { Translate } from './translate';
import { directionOfWords, languageOfWords } from './words-language';

/** Names WXT knows at build time; keys of the catalogue are checked by `MessageKey` instead. */
type MessageName = Parameters<typeof browser.i18n.getMessage>[0];

/** Asks the browser for a message; the empty text for a key no catalogue has. */
export const browserTranslate: Translate = (key, substitutions = []) =>
  browser.i18n.getMessage(key.replaceAll('.', '_') as MessageName, substitutions.map(String));

/** BCP 47 tag for Intl and for the `lang` attribute: that of the words shown. */
export function browserLanguage(): string {
  return languageOfWords(browserTranslate, browser.i18n.getUILanguage());
}

/** Reading direction of the words shown. */
export function browserDirection(): 'ltr' | 'rtl' {
  return directionOfWords(browserTranslate);
}

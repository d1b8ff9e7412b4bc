/** The language of the terminal. */
import type { Words } from '@/components/words/format';
import { catalogueTranslate, type Catalogue } from '@/utils/i18n/catalogue-translate';
import de from '@/utils/i18n/locales/de.json';
import en from '@/utils/i18n/locales/en.json';

const CATALOGUES: Readonly<Record<string, Catalogue>> = { de, en };

type Environment = Readonly<Record<string, string | undefined>>;

/** The words in the language of the locale variables, in the order POSIX gives them; otherwise English. */
export function terminalWords(environment: Environment): Words {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const [language = ''] = locale.toLowerCase().split(/[_.@-]/);
  const catalogue = Object.hasOwn(CATALOGUES, language) ? CATALOGUES[language] : undefined;
  return catalogue === undefined
    ? { t: catalogueTranslate(en), language: 'en' }
    : { t: catalogueTranslate(catalogue, en), language };
}

/** Colour only on a terminal that shows it, and only for those who want it (no-color.org). */
export function wantsColour(isTerminal: boolean, environment: Environment): boolean {
  return isTerminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

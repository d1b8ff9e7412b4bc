import { describe, expect, it } from 'vitest';
import { catalogueTranslate } from '@/utils/i18n/catalogue-translate';
import en from '@/utils/i18n/locales/en.json';
import { plural, substitute, type Translate } from '@/utils/i18n/translate';
import { directionOfWords, languageOfWords } from '@/utils/i18n/words-language';

describe('substitute', () => {
  it.each([
    ['$1 of $2', ['a', 'b'], 'a of b', 'in order'],
    ['$2 of $1', ['a', 'b'], 'b of a', 'out of order'],
    ['$1', ['$2', 'b'], '$2', 'values are not read again'],
    ['$1', [], '', 'no value, no text'],
    ['costs $$5', [], 'costs $5', 'an escaped dollar'],
    ['$0', ['a'], '$0', 'there is no zeroth value'],
  ])('%s with %j is %s (%s)', (message, values, expected) => {
    expect(substitute(message, values)).toBe(expected);
  });
});

describe('catalogueTranslate', () => {
  it('takes a missing message from the fallback, and is empty where there is none', () => {
    expect(catalogueTranslate({}, en)('extensionName')).toBe('Waxseal');
    expect(catalogueTranslate({})('extensionName')).toBe('');
  });

  it('does not find what every object has', () => {
    expect(catalogueTranslate({ level: {} })('level.word.unknown')).toBe('');
  });
});

describe('plural', () => {
  const polish = catalogueTranslate({
    list: { more_one: '$1 inny', more_few: '$1 inne', more_many: '$1 innych', more_other: '$1 innego' },
  });

  it.each([
    ['en', catalogueTranslate(en), 1, '1 more'],
    ['en', catalogueTranslate(en), 1200, '1,200 more'],
    ['pl', polish, 1, '1 inny'],
    ['pl', polish, 3, '3 inne'],
    ['pl', polish, 5, '5 innych'],
    ['ar', catalogueTranslate({ list: { more_other: '$1 +' } }), 3, /\+$/],
  ] as [string, Translate, number, string | RegExp][])('%s, %#', (language, t, n, expected) => {
    expect(plural(t, language, 'list.more', n)).toMatch(expected);
  });
});

describe('the language of the words', () => {
  const german = catalogueTranslate({ meta: { language: 'de', direction: 'ltr' } });
  const arabic = catalogueTranslate({ meta: { language: 'ar', direction: 'rtl' } });

  it.each([
    [german, 'de-AT', 'de-AT', 'the user says more'],
    [german, 'de_CH', 'de-CH', 'written with an underscore'],
    [german, 'fr', 'de', 'no French words to be had'],
    [german, 'den', 'de', 'another language that begins alike'],
  ])('%#', (t, user, expected) => {
    expect(languageOfWords(t, user)).toBe(expected);
  });

  it('has a direction', () => {
    expect(directionOfWords(german)).toBe('ltr');
    expect(directionOfWords(arabic)).toBe('rtl');
  });
});

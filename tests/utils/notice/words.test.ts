import { describe, expect, it } from 'vitest';
import de from '@/utils/i18n/locales/de.json';
import en from '@/utils/i18n/locales/en.json';
import { NOTICE_WORDS } from '@/utils/notice/words';

describe('the words of the notice', () => {
  it.each([
    ['en', en.notice],
    ['de', de.notice],
  ])('%s has exactly those that are asked for, in each of its plural forms', (language, words) => {
    const forms = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
    const wanted = NOTICE_WORDS.filter((key) => {
      const form = /_([a-z]+)$/.exec(key)?.[1];
      return form === undefined || forms.has(form);
    });
    expect(
      Object.keys(words)
        .map((key) => `notice.${key}`)
        .sort(),
    ).toEqual(wanted.sort());
  });
});

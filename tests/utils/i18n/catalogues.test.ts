import { describe, expect, it } from 'vitest';
import { catalogueKeys, catalogueTranslate, type Catalogue } from '@/utils/i18n/catalogue-translate';
import de from '@/utils/i18n/locales/de.json';
import en from '@/utils/i18n/locales/en.json';
import type { MessageKey } from '@/utils/i18n/translate';

const CATALOGUES: readonly (readonly [string, Catalogue])[] = [
  ['en', en],
  ['de', de],
];
const placeholders = (text: string) => [...new Set(text.match(/\$[1-9]/g))].sort();

describe.each(CATALOGUES)('%s.json', (language, catalogue) => {
  const keys = catalogueKeys(catalogue);
  const t = catalogueTranslate(catalogue);

  it('has only keys a browser accepts, none the same as another when dots become underscores', () => {
    const names = keys.map((key) => key.replaceAll('.', '_'));
    expect(names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has no object the build would take for a plural or for a message with a description', () => {
    const shapes = keys.filter((key) => /(^|\.)(\d+|n|message|description|placeholders)$/.test(key));
    expect(shapes).toEqual([]);
  });

  it('has no empty message and uses the placeholders of English', () => {
    const english = catalogueTranslate(en);
    const marks = ['$1', '$2', '$3', '$4'];
    for (const key of keys as MessageKey[]) {
      expect(t(key), key).not.toBe('');
      expect(placeholders(t(key, marks)), key).toEqual(placeholders(english(key, marks)));
    }
  });

  it('names its own language and direction', () => {
    expect(t('meta.language')).toBe(language);
    expect(['ltr', 'rtl']).toContain(t('meta.direction'));
  });
});

import { fakeBrowser } from '../../fakes/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showLevel, showSetUp } from '@/entrypoints/background/toolbar';
import en from '@/utils/i18n/locales/en.json';
import { catalogueTranslate } from '@/utils/i18n/catalogue-translate';
import type { MessageKey } from '@/utils/i18n/translate';
import { LEVELS } from '@/utils/verdict/level';

const t = catalogueTranslate(en);

beforeEach(() => {
  fakeBrowser.reset();
  const getMessage = (name: string, values: string[] = []) => t(toKey(name), values);
  Object.assign(fakeBrowser.i18n, { getMessage });
});

/** "toolbar_title_level" is the name of toolbar.title_level: the first underscores stand for dots. */
function toKey(name: string): MessageKey {
  const dotted = name.replace(/^(toolbar)_/, '$1.').replace(/^level_word_/, 'level.word.');
  return dotted as MessageKey;
}

const text = (tabId?: number) => fakeBrowser.action.getBadgeText(tabId === undefined ? {} : { tabId });
const title = (tabId: number) => fakeBrowser.action.getTitle({ tabId });

describe('the toolbar button', () => {
  it('shows each level by a mark of its own and a word', async () => {
    const seen = new Set<string>();
    for (const level of LEVELS) {
      await showLevel(7, level, false);
      seen.add(await text(7));
      expect(await title(7)).toBe(`Waxseal: ${t(`level.word.${level}`)}`);
    }
    expect(seen.size).toBe(LEVELS.length);
    for (const mark of seen) expect(mark.length).toBeLessThanOrEqual(3);
  });

  it('shows that recipients are being checked, and a level as soon as there is one', async () => {
    await showLevel(7, null, true);
    expect([await text(7), await title(7)]).toEqual(['…', t('toolbar.title_checking')]);
    await showLevel(7, 'opportunistic', true);
    expect(await text(7)).toBe('~');
  });

  it('shows nothing of a tab without compose window', async () => {
    await showSetUp(false);
    await showLevel(7, 'enforced', false);
    await showLevel(7, null, false);
    expect((await text(7)) || '').toBe('');
    expect(await title(7)).toBe('Waxseal');
  });

  it('says "set up" until there is consent', async () => {
    await showSetUp(true);
    expect(await text()).toBe('set up');
    await showSetUp(false);
    expect(await text()).toBe('');
  });

  it('does not mind a tab that is gone', async () => {
    const gone = vi
      .spyOn(fakeBrowser.action, 'setBadgeText')
      .mockRejectedValue(new Error('No tab with id: 7.'));
    await expect(showLevel(7, 'blocked', false)).resolves.toBeUndefined();
    await expect(showLevel(7, null, false)).resolves.toBeUndefined();
    expect(gone).toHaveBeenCalledTimes(2);
  });
});

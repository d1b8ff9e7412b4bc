/**
 * The toolbar button: the worst level of the tab's compose windows as a mark, a colour and a word, or
 * "set up" everywhere until there is consent. The browser keeps it; a tab that is gone is no matter.
 */
import { browser } from 'wxt/browser';
import { browserTranslate as t } from '@/utils/i18n/browser-translate';
import type { Level } from '@/utils/verdict/level';
import { LEVEL_LOOK } from '@/utils/verdict/level-look';

/** Short enough for a badge; the word stands in the title. */
const MARKS: Readonly<Record<Level, string>> = {
  plaintext: '!!',
  blocked: '×',
  undeliverable: '∅',
  opportunistic: '~',
  unknown: '?',
  expected: '+',
  enforced: '✓',
};
const CHECKING = '…';
const WHITE = '#ffffff';

/** Shows a tab's worst level; with null, and nothing being checked, the button looks as everywhere. Never rejects. */
export async function showLevel(tab: number, level: Level | null, checking: boolean): Promise<void> {
  if (level === null && !checking) return clearTab(tab);
  const text = level === null ? CHECKING : MARKS[level];
  const title =
    level === null ? t('toolbar.title_checking') : t('toolbar.title_level', [t(`level.word.${level}`)]);
  await paint(text, LEVEL_LOOK[level ?? 'unknown'].light, title, tab);
}

/** Shows on every tab whether Waxseal still has to be set up. Never rejects. */
export async function showSetUp(needed: boolean): Promise<void> {
  if (needed) await paint(t('toolbar.set_up'), LEVEL_LOOK.unknown.light, t('toolbar.title_set_up'));
  else await paint('', LEVEL_LOOK.unknown.light, t('toolbar.title'));
}

async function paint(text: string, color: string, title: string, tab?: number): Promise<void> {
  const where = tab === undefined ? {} : { tabId: tab };
  await Promise.all([
    quietly(browser.action.setBadgeText({ ...where, text })),
    quietly(browser.action.setBadgeBackgroundColor({ ...where, color })),
    quietly(browser.action.setBadgeTextColor({ ...where, color: WHITE })),
    quietly(browser.action.setTitle({ ...where, title })),
  ]);
}

/** Takes away what was said of this tab, so that what holds for all shows again. */
async function clearTab(tab: number): Promise<void> {
  await Promise.all([
    // null is what both browsers want here; Chrome's types know only texts.
    quietly(browser.action.setBadgeText({ tabId: tab, text: null as unknown as string })),
    browser.action.getTitle({}).then(
      (title) => quietly(browser.action.setTitle({ tabId: tab, title })),
      () => undefined,
    ),
  ]);
}

async function quietly(done: Promise<void>): Promise<void> {
  await done.catch(() => undefined);
}

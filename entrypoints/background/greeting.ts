/** What a content script is told when it starts: words, look and webmails, since it carries none of them. */
import { browserDirection, browserLanguage, browserTranslate } from '@/utils/i18n/browser-translate';
import type { MessageKey } from '@/utils/i18n/translate';
import type { Greeting } from '@/utils/messaging/protocol';
import { noticeLook } from '@/utils/notice/look';
import { NOTICE_WORDS } from '@/utils/notice/words';
import { WEBMAILS } from '@/utils/webmail/webmails';

/** Leaves "$1", "$2"… in place for the notice to fill in. */
const PLACES = ['$1', '$2', '$3', '$4'] as const;

/** The greeting of a page that may use Waxseal, and be one of the webmails with these ids. */
export function greeting(ids: readonly string[]): Greeting {
  const words = NOTICE_WORDS.map((key) => [key, browserTranslate(key as MessageKey, PLACES)] as const);
  return {
    active: true,
    // Plural forms this language does not have come as empty texts.
    words: Object.fromEntries(words.filter(([, text]) => text !== '')),
    direction: browserDirection(),
    language: browserLanguage(),
    kit: { webmails: WEBMAILS.filter(({ id }) => ids.includes(id)), look: noticeLook() },
  };
}

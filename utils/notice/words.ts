/**
 * The words of the notice. The content script has no message catalogue: the background delivers these
 * messages in the browser's language, their "$1", "$2" still in place.
 */

/** Without plural forms. */
const PLAIN = [
  'notice.label',
  'notice.empty',
  'notice.toggle',
  'notice.details',
  'notice.retry',
  'notice.checking',
  'notice.error',
  'notice.limited',
  'notice.outdated',
  'notice.unknown',
  'notice.unreadableSentence',
  'notice.outdatedSentence',
  'notice.limitedSentence',
  'notice.errorSentence',
] as const;

/** With a form for each plural category, as "_one", "_other", … */
const COUNTED = [
  'notice.checkingCount',
  'notice.all',
  'notice.some',
  'notice.recipients',
  'notice.unreadable',
] as const;

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

export type NoticeWord = (typeof PLAIN)[number];
export type CountedWord = (typeof COUNTED)[number];

/**
 * All message keys the notice may use. A language has only the plural forms its rules select; `other` is
 * always there.
 */
export const NOTICE_WORDS: readonly string[] = [
  ...PLAIN,
  ...COUNTED.flatMap((key) => CATEGORIES.map((category) => `${key}_${category}`)),
];

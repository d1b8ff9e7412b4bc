/** A verdict as the notice shows it: one line of words in the user's language. */
import { levelWord } from '@/components/words/level-word';
import { reasonSentence } from '@/components/words/reason-sentence';
import type { Recipient } from '@/utils/address/recipient';
import { browserLanguage, browserTranslate } from '@/utils/i18n/browser-translate';
import type { DomainLine } from '@/utils/messaging/protocol';
import type { Verdict } from '@/utils/verdict/verdict';

/** `asked`: the domain as the page sent it, by which the page finds its line again. */
export function domainLine(asked: string, recipient: Recipient, verdict: Verdict): DomainLine {
  const t = browserTranslate;
  const [deciding] = verdict.reasons;
  return {
    domain: asked,
    unicode: recipient.kind === 'domain' ? recipient.unicode : asked,
    level: verdict.level,
    conditional: verdict.conditional,
    word: levelWord(t, verdict.level, verdict.conditional),
    sentence: deciding === undefined ? '' : reasonSentence(deciding, { t, language: browserLanguage() }),
  };
}

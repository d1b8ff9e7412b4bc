/** Verdicts for people at a terminal: one a line, the worst first. */
import type { Words } from '@/components/words/format';
import { levelMeaning, levelWord } from '@/components/words/level-word';
import { reasonSentence } from '@/components/words/reason-sentence';
import type { Level } from '@/utils/verdict/level';
import { compareLevels } from '@/utils/verdict/level';
import type { Judgement } from './judge';
import { harmless, padTo, textWidth } from '@/utils/terminal/text-width';

/** SGR parameters (ECMA-48 §8.3.117). The words tell the same, so that nobody needs the colour. */
const COLOURS: Readonly<Record<Level, string>> = {
  plaintext: '1;31',
  blocked: '31',
  undeliverable: '1',
  opportunistic: '33',
  unknown: '2',
  expected: '34',
  enforced: '32',
};

/** The lines, each with the word of the level, the recipient as given and the deciding reason. */
export function textOutput(judgements: readonly Judgement[], words: Words, colour: boolean): string {
  const rows = worstFirst(judgements).map(({ target, verdict }) => ({
    level: verdict.level,
    word: levelWord(words.t, verdict.level, verdict.conditional),
    recipient: harmless(target.text.trim()),
    sentence: harmless(sentenceOf(verdict, words)),
  }));
  const wordWidth = Math.max(0, ...rows.map(({ word }) => textWidth(word)));
  const recipientWidth = Math.max(0, ...rows.map(({ recipient }) => textWidth(recipient)));
  return rows
    .map(({ level, word, recipient, sentence }) => {
      const padded = padTo(word, wordWidth);
      const shown = colour ? `\u001B[${COLOURS[level]}m${padded}\u001B[0m` : padded;
      return `${shown}  ${padTo(recipient, recipientWidth)}  ${sentence}\n`;
    })
    .join('');
}

/** By level; within one level the uncertain before the certain, then as given. */
function worstFirst(judgements: readonly Judgement[]): Judgement[] {
  return [...judgements].sort(
    (a, b) =>
      compareLevels(a.verdict.level, b.verdict.level) ||
      Number(b.verdict.conditional) - Number(a.verdict.conditional),
  );
}

function sentenceOf({ level, reasons }: Judgement['verdict'], words: Words): string {
  const deciding = reasons[0];
  return deciding === undefined ? levelMeaning(words.t, level) : reasonSentence(deciding, words);
}

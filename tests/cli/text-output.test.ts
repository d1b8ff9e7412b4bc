import { describe, expect, it } from 'vitest';
import { reason } from '@/utils/verdict/reason';
import { helpText } from '../../cli/help';
import { terminalWords, wantsColour } from '@/utils/terminal/terminal-words';
import { textOutput } from '../../cli/text-output';
import { harmless, padTo, textWidth } from '@/utils/terminal/text-width';
import { judgement } from './sample-judgements';

const words = terminalWords({});
const lines = (text: string): string[] => text.trimEnd().split('\n');

const nullMx = judgement('x@nomail.test', { level: 'undeliverable', reasons: [reason('null-mx', {})] });
const sealed = judgement('a@d.test');
const conditional = judgement('b@d.test', { conditional: true });
const plain = judgement('everyday.test', {
  level: 'opportunistic',
  reasons: [reason('nothing-requires', {})],
});

describe('textOutput', () => {
  it('has one line each, the worst first, the uncertain before the certain', () => {
    const output = textOutput([sealed, plain, conditional, nullMx], words, false);
    expect(lines(output).map((line) => /\S+\.test/.exec(line)?.[0])).toEqual([
      'x@nomail.test',
      'everyday.test',
      'b@d.test',
      'a@d.test',
    ]);
  });

  it('shows the word of the level, the recipient and the reason, in columns', () => {
    const [first = '', second = ''] = lines(textOutput([plain, nullMx], words, false));
    expect(first).toMatch(
      /^Takes no mail {2,}x@nomail\.test {2}This domain says that it takes no mail at all\.$/,
    );
    expect(second.indexOf('everyday.test')).toBe(first.indexOf('x@nomail.test'));
    expect(second.indexOf('Nothing requires')).toBe(first.indexOf('This domain'));
  });

  it('keeps columns beside wide characters', () => {
    const [first = '', second = ''] = lines(textOutput([nullMx, judgement('例え.テスト')], words, false));
    const before = (line: string, mark: string): number => textWidth(line.slice(0, line.indexOf(mark)));
    expect(before(second, 'Its policy')).toBe(before(first, 'This domain'));
  });

  it('speaks German where the terminal does', () => {
    expect(textOutput([nullMx], terminalWords({ LANG: 'de_DE.UTF-8' }), false)).toContain('Nimmt keine');
  });

  it('is coloured only when asked to', () => {
    expect(textOutput([nullMx], words, false)).not.toContain('\u001B');
    expect(textOutput([nullMx], words, true)).toContain('\u001B[1mTakes no mail\u001B[0m');
  });

  it('says what the level means where there is no reason', () => {
    expect(textOutput([judgement('d.test', { reasons: [] })], words, false)).toContain('demands encryption');
  });

  it('lets nothing steer the terminal', () => {
    expect(textOutput([judgement('"\u202E\u009B2J" <a@d.test>')], words, false)).toContain(
      '"\uFFFD\uFFFD2J"',
    );
  });

  it('is empty for nobody', () => {
    expect(textOutput([], words, true)).toBe('');
  });
});

describe('columns', () => {
  it.each([
    ['abc', 3, 'ASCII'],
    ['müller', 6, 'letters with marks'],
    ['mu\u0308ller', 6, 'marks of their own'],
    ['例え', 4, 'wide scripts'],
    ['ａ', 2, 'fullwidth'],
    ['', 0, 'nothing'],
  ])('%s takes %i: %s', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
  it('pads, and never cuts', () => {
    expect(padTo('例', 4)).toBe('例  ');
    expect(padTo('abc', 2)).toBe('abc');
  });
  it('makes control and direction characters visible', () => {
    expect(harmless('a\u001B[31m\nb\u202Ec')).toBe('a\uFFFD[31m\uFFFDb\uFFFDc');
  });
});

describe('the terminal', () => {
  it.each<[Record<string, string>, string, string]>([
    [{ LC_ALL: 'de_AT.UTF-8', LANG: 'en_US' }, 'de', 'LC_ALL first'],
    [{ LC_MESSAGES: 'de', LANG: 'en_US' }, 'de', 'LC_MESSAGES second'],
    [{ LANG: 'de_DE@euro' }, 'de', 'LANG last'],
    [{ LC_ALL: '', LANG: 'de_DE' }, 'de', 'an empty one does not count'],
    [{ LANG: 'C.UTF-8' }, 'en', 'no language'],
    [{ LANG: 'fr_FR' }, 'en', 'no catalogue'],
    [{ LANG: 'constructor' }, 'en', 'a property of every object'],
    [{}, 'en', 'nothing'],
  ])('%j speaks %s: %s', (environment, language) => {
    expect(terminalWords(environment).language).toBe(language);
  });

  it.each<[boolean, Record<string, string>, boolean, string]>([
    [true, {}, true, 'a terminal'],
    [false, {}, false, 'a pipe'],
    [true, { NO_COLOR: '1' }, false, 'NO_COLOR'],
    [true, { NO_COLOR: '' }, true, 'an empty NO_COLOR does not count'],
    [true, { TERM: 'dumb' }, false, 'dumb'],
  ])('terminal %s with %j: colour %s (%s)', (isTerminal, environment, colour) => {
    expect(wantsColour(isTerminal, environment)).toBe(colour);
  });
});

describe('helpText', () => {
  it('names every option, status and sender, in lines that fit', () => {
    const text = helpText(words.t);
    const options = [
      '--json',
      '--doh',
      '--from',
      '--policies',
      '--trust-anchor',
      '--resolve',
      '--timeout',
      '--help',
    ];
    for (const part of [...options, 'gmail', 'proton', 'microsoft-365', 'unknown', 'dns.quad9.net']) {
      expect(text).toContain(part);
    }
    expect(lines(text).filter((line) => line.length > 100)).toEqual([]);
  });
});

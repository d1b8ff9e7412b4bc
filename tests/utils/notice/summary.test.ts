import { describe, expect, it } from 'vitest';
import { summaryLine } from '@/utils/notice/summary';
import { model, row, SPEECH } from './a-notice';

const plain = row('p.example', 'plaintext', { word: 'Not encrypted' });
const sure = row('s.example', 'enforced', { word: 'Encryption required', recipients: 3 });

describe('the line of a notice', () => {
  it.each([
    [model('done', sure), 'All 3 recipients: Encryption required', 'all alike'],
    [model('done', { ...sure, recipients: 1 }), '1 recipient: Encryption required', 'only one'],
    [model('done', sure, plain), '1 of 4 recipients: Not encrypted', 'the worst counts'],
    [model('checking', plain, row('x.example', null)), 'Checking 1 recipient …', 'not all is known'],
    [model('checking', plain), 'Checking …', 'half an address is typed'],
    [model('checking'), 'Waxseal: no recipients yet', 'nothing to say'],
    [model('limited', plain), '1 recipient: Not encrypted · not all domains were looked up', 'limited'],
    [model('error', plain), '1 recipient: Not encrypted · not everything could be checked', 'error'],
    [
      { ...model('done', plain), outdated: true },
      '1 recipient: Not encrypted · recipients may be missing',
      'the page has changed',
    ],
  ])('%# %s', (shown, line) => {
    expect(summaryLine(shown, SPEECH)).toBe(line);
  });

  it('takes the plural form the language wants, and writes numbers its way', () => {
    const polish = {
      ...SPEECH,
      language: 'pl',
      words: { 'notice.all_few': 'few $1', 'notice.all_many': 'many $1' },
    };
    const many = { ...sure, recipients: 12_345 };
    expect(summaryLine(model('done', sure), polish)).toBe('few 3');
    expect(summaryLine(model('done', many), polish)).toMatch(/^many 12\s345$/);
  });

  it('is silent rather than wrong where a word was not delivered', () => {
    expect(summaryLine(model('done', sure), { ...SPEECH, words: {} })).toBe('');
  });
});

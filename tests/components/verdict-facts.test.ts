import { describe, expect, it } from 'vitest';
import {
  answerFacts,
  dnssecFacts,
  hostNote,
  policyFacts,
  reasonFacts,
} from '@/components/facts/verdict-facts';
import { levelMeaning, levelWord } from '@/components/words/level-word';
import { catalogueTranslate } from '@/utils/i18n/catalogue-translate';
import en from '@/utils/i18n/locales/en.json';
import { LEVELS } from '@/utils/verdict/level';
import { reason } from '@/utils/verdict/reason';
import type { Verdict } from '@/utils/verdict/verdict';
import { NOON, sampleVerdict } from './sample-verdict';

const W = { t: catalogueTranslate(en), language: 'en' };
const sts = (change: Partial<Verdict['mtaSts']>) =>
  sampleVerdict('a.example', { mtaSts: { ...sampleVerdict('a.example').mtaSts, ...change } });

describe('policyFacts', () => {
  it.each([
    ['enforce', 'promised', 'policy file of mta-sts.a.example'],
    ['testing', 'promised', 'policy file of mta-sts.a.example'],
    ['none', 'promised', 'policy file of mta-sts.a.example'],
    ['absent', 'promised', 'DNS records of a.example'],
    ['malformed', 'promised', 'DNS records of a.example'],
    ['unreachable', 'unknown', 'DNS records of a.example'],
    ['unread', 'unknown', 'policy file of mta-sts.a.example'],
    ['unknown', 'unknown', 'DNS records of a.example'],
  ] as const)('%s is %s by %s', (status, basis, source) => {
    expect(policyFacts(sts({ status }), W)[0]?.from).toEqual({ basis, source });
  });

  it('names servers, id and how long it holds, where they are known', () => {
    const known = policyFacts(sts({ status: 'enforce', id: '7', mx: ['a', 'b'], expiresAt: NOON }), W);
    expect(known.map(({ value }) => value)).toEqual([
      'enforce (encryption is required)',
      'a, b',
      expect.stringContaining('2027'),
      '7',
    ]);
    expect(policyFacts(sts({}), W)).toHaveLength(1);
  });
});

describe('dnssecFacts', () => {
  it.each([
    ['secure', 'local', 'observed', 'checked by Waxseal itself'],
    ['secure', 'resolver', 'promised', 'the resolver dns.quad9.net says so; Waxseal has not checked it'],
    ['unknown', null, 'unknown', 'nobody checked it'],
  ] as const)('%s by %s is %s', (mx, by, basis, source) => {
    const [fact] = dnssecFacts(sampleVerdict('a.example', { dnssec: { mx, by } }), W);
    expect(fact?.from).toEqual({ basis, source });
  });
});

describe('answerFacts', () => {
  const values = (verdict: Verdict, sender: string | null) =>
    answerFacts(verdict, { senderName: sender, storage: null }, W).map(({ value }) => value);

  it('tells for which provider it was judged', () => {
    expect(values(sampleVerdict('a.example'), 'Gmail')[0]).toBe('Gmail');
    expect(values(sampleVerdict('a.example', { sender: 'unknown' }), null)[0]).toContain('nothing is known');
    expect(values(sampleVerdict('a.example', { sender: null }), null)[0]).toContain('that checks');
  });

  it('tells whom it asked, if anybody', () => {
    expect(values(sampleVerdict('a.example'), null)[1]).toBe('dns.quad9.net');
    expect(values(sampleVerdict('a.example', { resolver: null }), null)[1]).toContain('nobody');
  });
});

describe('reasonFacts', () => {
  it.each([
    [reason('null-mx', {}), 'promised', 'DNS records of a.example'],
    [reason('sts-enforce', { id: '1', until: NOON }), 'promised', 'policy file of mta-sts.a.example'],
    [reason('implicit-mx', { host: 'a.example' }), 'inferred', 'DNS records of a.example'],
    [reason('sender-unknown', {}), 'unknown', 'Waxseal’s table of mail providers'],
    [reason('address-unreadable', {}), 'unknown', 'the address itself'],
  ])('%#', (why, basis, source) => {
    expect(reasonFacts([why], 'a.example', W)[0]?.from).toEqual({ basis, source });
  });
});

describe('hostNote', () => {
  it('says when a server is passed over', () => {
    const host = { name: 'mx', preference: 10, level: 'opportunistic', skipped: false, reasons: [] } as const;
    expect(hostNote(host, W)).toBe('priority 10');
    expect(hostNote({ ...host, skipped: true }, W)).toBe('priority 10 · not used by senders that check');
  });
});

describe('levelWord', () => {
  it('is another word for every level, also where it is conditional', () => {
    const words = LEVELS.map((level) => levelWord(W.t, level, false));
    const provisos = (['enforced', 'expected'] as const).map((level) => levelWord(W.t, level, true));
    expect(new Set([...words, ...provisos]).size).toBe(LEVELS.length + 2);
    expect(LEVELS.map((level) => levelMeaning(W.t, level))).not.toContain('');
  });

  it('has no proviso to name elsewhere', () => {
    expect(levelWord(W.t, 'unknown', true)).toBe(levelWord(W.t, 'unknown', false));
  });
});

import { describe, expect, it } from 'vitest';
import type { DaneCandidate } from '@/utils/dane/decide-dane';
import { decideDane } from '@/utils/dane/decide-dane';
import type { TlsaAnswer } from '@/utils/dane/read-tlsa';
import { tlsaRecord } from './sample-tlsa';

const answers = {
  usable: { kind: 'records', records: [tlsaRecord('3 1 1'), tlsaRecord('3 1 2')], ttl: 300 },
  unusable: { kind: 'records', records: [tlsaRecord('1 1 1')], ttl: 300 },
  none: { kind: 'none', ttl: 300 },
  failed: { kind: 'failed', failure: { code: 'timeout' }, ttl: 0 },
} as const satisfies Record<string, TlsaAnswer>;

/** "secure usable": state of the answer, and what it says. */
const candidate = (text: string, index: number): DaneCandidate => {
  const [security, answer] = text.split(' ') as [DaneCandidate['security'], keyof typeof answers];
  return { base: `base${index}`, tlsa: answers[answer], security };
};

const decided = (...texts: readonly string[]): string => {
  const reading = decideDane(texts.map(candidate));
  if (reading.kind === 'absent') return 'absent';
  return `${reading.kind} ${reading.base}${reading.kind === 'found' ? ` ${reading.usable}` : ''}`;
};

// prettier-ignore
const CASES: readonly (readonly [candidates: readonly string[], reading: string, why: string])[] = [
  [[],                                         'absent',        'no base domain'],
  [['secure usable'],                          'found base0 1', 'the stronger of two digests counts'],
  [['secure unusable'],                        'found base0 0', 'encryption without an identity'],
  [['secure none'],                            'absent',        'a signed denial is an answer'],
  [['insecure none'],                          'absent',        'so is an unsigned one'],
  [['insecure usable'],                        'absent',        'unsigned records are none'],
  [['secure none', 'secure usable'],           'found base1 1', 'the next base has its turn'],
  [['insecure usable', 'secure usable'],       'found base1 1', 'also after unsigned records'],
  [['secure unusable', 'secure usable'],       'found base0 0', 'the first signed records count, usable or not'],
  [['bogus usable', 'secure usable'],          'bogus base0',   'never passed over (RFC 7672 §2.1.2)'],
  [['bogus failed'],                           'bogus base0',   'the resolver refuses them'],
  [['indeterminate failed', 'secure usable'],  'failed base0',  'no answer is not "none"'],
  [['indeterminate none'],                     'failed base0',  'nor is one nobody can judge'],
  [['secure none', 'indeterminate failed'],    'failed base1',  'wherever it happens'],
];

describe('decideDane', () => {
  it.each(CASES)('%j: %s (%s)', (...[candidates, reading]) => {
    expect(decided(...candidates)).toBe(reading);
  });
});

import { describe, expect, it } from 'vitest';
import { strongestRecords } from '@/utils/dane/digest-agility';
import { tlsaRecord } from './sample-tlsa';

const kept = (...records: readonly string[]): string[] =>
  strongestRecords(records.map((fields) => tlsaRecord(fields))).map(
    ({ usage, selector, matchingType }) => `${usage} ${selector} ${matchingType}`,
  );

// prettier-ignore
const CASES: readonly (readonly [given: readonly string[], kept: readonly string[], why: string])[] = [
  [['3 1 1'],                   ['3 1 1'],          'alone'],
  [['3 1 1', '3 1 2'],          ['3 1 2'],          'the weaker digest of the same thing does not count'],
  [['3 1 1', '3 1 1'],          ['3 1 1', '3 1 1'], 'two keys by the same digest'],
  [['3 1 1', '3 0 2'],          ['3 1 1', '3 0 2'], 'another selector'],
  [['3 1 1', '2 1 2'],          ['3 1 1', '2 1 2'], 'another usage'],
  [['3 1 0', '3 1 1', '3 1 2'], ['3 1 0', '3 1 2'], 'the thing itself always counts'],
  [['3 1 0', '3 1 1'],          ['3 1 0', '3 1 1'], 'and is no stronger digest'],
  [['1 1 2', '3 1 1'],          ['3 1 1'],          'unusable records are out'],
  [['3 1 3', '3 1 1'],          ['3 1 1'],          'an unknown matching type is no stronger digest'],
  [['0 0 1'],                   [],                 'none usable'],
];

describe('strongestRecords', () => {
  it.each(CASES)('%j: %j (%s)', (...[given, expected]) => {
    expect(kept(...given)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { certificateDoubt, tlsaDoubt } from '@/utils/evidence/certificate-doubt';
import { plainStanding } from '@/utils/evidence/host-standing';
import { listStats } from '@/utils/evidence/list-stats';
import type { Look } from '@/utils/evidence/look';
import { mergeLists } from '@/utils/evidence/merge-lists';
import { thinLooks } from '@/utils/evidence/thin-looks';
import { ADDRESS, DAY, enough, listOf, NOW, unclear, without, withTls } from './sample-looks';

const merge = (...lists: Parameters<typeof mergeLists>[0]) => mergeLists(lists, listOf({}).header);

describe('merging', () => {
  it('joins days and networks to a proof', () => {
    const merged = merge(...enough().map((look) => listOf({ 'mx.example': [look] })));
    expect(plainStanding([ADDRESS], merged.hosts['mx.example'] ?? [], NOW).kind).toBe('unencrypted');
  });
  it('takes equal looks once, whatever the order', () => {
    const one = listOf({ 'a.example': enough(), 'b.example': [withTls(1)] });
    const two = listOf({ 'b.example': [withTls(1)], 'a.example': [...enough()].reverse() });
    expect(merge(one, two)).toEqual(merge(two, one));
    expect(merge(one, two).hosts).toEqual(one.hosts);
  });
  it('lets go of hosts without a look that still counts', () => {
    expect(merge(listOf({ 'mx.example': [without(91)] })).hosts).toEqual({});
  });
});

describe('thinning', () => {
  it('changes no finding', () => {
    const daily = Array.from({ length: 60 }, (_, day) => day);
    const cases: Look[][] = [
      daily.flatMap((day) => [without(day), without(day, { network: 'B' })]),
      [...daily.map((day) => without(day)), withTls(31)],
      daily.map((day) => (day % 2 === 0 ? without(day) : withTls(day))),
      daily.map((day) => unclear(day, 'greylisted')),
      daily.map((day) => withTls(day, { certificate: day < 3 ? 'expired' : 'valid' })),
    ];
    for (const looks of cases) {
      const thin = thinLooks(looks, NOW);
      const [before, after] = [looks, thin].map((each) => plainStanding([ADDRESS], each, NOW));
      expect({ ...after, looks: 0 }).toEqual({ ...before, looks: 0 });
      expect(certificateDoubt(thin, NOW)?.kind).toBe(certificateDoubt(looks, NOW)?.kind);
      expect(thin.length).toBeLessThanOrEqual(14);
    }
  });
});

describe('a certificate that does not fit', () => {
  const wrong = (daysAgo: number) => withTls(daysAgo, { certificate: 'name-mismatch' });
  it.each<[string, readonly Look[], boolean]>([
    ['seen twice', [wrong(2), wrong(1)], true],
    ['seen once', [wrong(1)], false],
    ['at two addresses in one visit', [wrong(1), { ...wrong(1), address: '192.0.2.2' }], false],
    ['put right since', [wrong(3), wrong(2), withTls(1)], false],
    ['right once, then wrong twice', [withTls(3), wrong(2), wrong(1)], true],
    ['not lately', [wrong(10), wrong(8)], false],
    ['beside looks that say nothing', [wrong(2), unclear(1.5, 'tarpit'), wrong(1)], true],
  ])('%s', (_, looks, doubted) => {
    expect(certificateDoubt(looks, NOW) !== null).toBe(doubted);
  });

  const record = (octet: string) => `3 1 1 ${octet.repeat(32)}`;
  const against = (daysAgo: number, outcome: 'match' | 'mismatch', records: readonly string[]) =>
    withTls(daysAgo, { tlsa: { outcome, records } });
  it.each<[string, readonly Look[], boolean]>([
    [
      'seen twice against the records of today',
      [2, 1].map((day) => against(day, 'mismatch', [record('aa')])),
      true,
    ],
    [
      'seen twice against other records',
      [2, 1].map((day) => against(day, 'mismatch', [record('bb')])),
      false,
    ],
    ['once each', [against(2, 'mismatch', [record('bb')]), against(1, 'mismatch', [record('aa')])], false],
    [
      'then matched',
      [...[3, 2].map((day) => against(day, 'mismatch', [record('aa')])), against(1, 'match', [record('aa')])],
      false,
    ],
  ])('TLSA, %s', (_, looks, doubted) => {
    expect(tlsaDoubt(looks, [record('aa')], NOW) !== null).toBe(doubted);
  });
});

describe('numbers', () => {
  it('of a list', () => {
    const list = listOf({
      'a.example': enough(),
      'b.example': [withTls(2)],
      'c.example': [unclear(1, 'refused')],
    });
    expect(listStats(list, NOW)).toMatchObject({
      hosts: 3,
      looks: 5,
      from: NOW - 5 * DAY,
      to: NOW - DAY,
      networks: ['AS64496', 'AS64511'],
      standings: { unencrypted: 1, offered: 1, inconclusive: 1 },
      outcomes: { 'not-offered': 3, offered: 1, refused: 1 },
    });
  });
  it('of an empty list', () => {
    expect(listStats(listOf({}), NOW)).toMatchObject({ hosts: 0, looks: 0, from: null, to: null });
  });
});

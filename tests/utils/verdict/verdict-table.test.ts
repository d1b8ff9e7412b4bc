/**
 * The verdict table, for anybody to review: one domain a row, what is known of it, and the level for a
 * sender that checks, for an unknown one, and for one that ignores MTA-STS but uses STARTTLS.
 * A level in parentheses is drawn with the seal in outline.
 */
import { describe, expect, it } from 'vitest';
import { decide } from '@/utils/verdict/decide';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { ReasonCode } from '@/utils/verdict/reason';
import type { Verdict } from '@/utils/verdict/verdict';
import {
  ADDRESS_FAILED,
  CHECKING,
  IGNORING,
  MALFORMED,
  NOT_ASKED,
  NOW,
  NO_ADDRESS,
  NO_STS,
  UNKNOWN_SENDER,
  UNREACHABLE,
  UNREAD,
  domain,
  host,
  mxOnly,
  policy,
  read,
  record,
  sts,
} from './sample-evidence';

const mx = 'mx.example';
const backup = 'backup.example';
const one = [host(mx)];
const two = [host(mx, 10), host(backup, 20)];
const old = policy('enforce', [mx], 'a0');
const foreign = policy('enforce', ['elsewhere.example'], 'a0');
const softRecord = { kind: 'found', id: 'a1', lowConfidence: true } as const;
const softRead = sts(softRecord, { kind: 'read', cached: policy('enforce', [mx]), warnings: [] });
const badRecord = { kind: 'malformed', fault: { code: 'id-missing' } } as const;
const lostRecord = { kind: 'failed', failure: { code: 'timeout' } } as const;
const absent = { kind: 'absent' } as const;

type Row = readonly [
  what: string,
  evidence: LookedUp,
  checking: string,
  unknown: string,
  ignoring: string,
  why: ReasonCode,
];

// prettier-ignore
const MX_ANSWERS: readonly Row[] = [
  ['null MX',                    mxOnly({ kind: 'null-mx' }),                                    'undeliverable', 'undeliverable', 'undeliverable', 'null-mx'],
  ['no such domain',             mxOnly({ kind: 'no-such-domain' }),                             'undeliverable', 'undeliverable', 'undeliverable', 'no-such-domain'],
  ['MX that names no host',      mxOnly({ kind: 'unusable', unusable: ['192.0.2.1'] }),          'undeliverable', 'undeliverable', 'undeliverable', 'mx-unusable'],
  ['MX servfail',                mxOnly({ kind: 'failed', failure: { code: 'servfail' } }),      'unknown',       'unknown',       'unknown',       'mx-lookup-failed'],
  ['MX timeout',                 mxOnly({ kind: 'failed', failure: { code: 'timeout' } }),       'unknown',       'unknown',       'unknown',       'mx-lookup-failed'],
  ['withheld by the resolver',   mxOnly({ kind: 'filtered', extendedError: 17 }),                'unknown',       'unknown',       'unknown',       'filtered-by-resolver'],
  ['CNAME loop',                 mxOnly({ kind: 'cname-loop' }),                                 'unknown',       'unknown',       'unknown',       'mx-cname-loop'],
  ['no MX, an address',          domain(one, NO_STS, { kind: 'absent' }),                        'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['no MX, no address',          domain([host(mx, 0, NO_ADDRESS)], NO_STS, { kind: 'absent' }),  'undeliverable', 'undeliverable', 'undeliverable', 'no-mail-host'],
  ['no MX, address unknown',     domain([host(mx, 0, ADDRESS_FAILED)], NO_STS, { kind: 'absent' }), 'unknown',    'unknown',       'unknown',       'address-lookup-failed'],
];

// prettier-ignore
const POLICIES: readonly Row[] = [
  ['no MTA-STS',                 domain(one),                                                    'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['enforce, matching',          domain(one, read('enforce', mx)),                               'enforced',      '(expected)',    'expected',      'sts-enforce'],
  ['enforce, wildcard',          domain([host('a.mx.example')], read('enforce', '*.mx.example')), 'enforced',     '(expected)',    'expected',      'sts-enforce'],
  ['enforce, none matching',     domain(one, read('enforce', 'other.example')),                  'blocked',       'blocked',       'opportunistic', 'sts-no-host-matches'],
  ['enforce, one of two',        domain(two, read('enforce', mx)),                               'enforced',      '(expected)',    'opportunistic', 'sts-enforce'],
  ['enforce, only the backup',   domain(two, read('enforce', backup)),                           'enforced',      '(expected)',    'opportunistic', 'sts-enforce'],
  ['testing, matching',          domain(one, read('testing', mx)),                               'expected',      'expected',      'expected',      'sts-testing'],
  ['testing, none matching',     domain(one, read('testing', 'other.example')),                  'opportunistic', 'opportunistic', 'opportunistic', 'sts-host-mismatch'],
  ['mode none',                  domain(one, read('none')),                                      'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['policy not read',            domain(one, record(UNREAD)),                                    'unknown',       'unknown',       'unknown',       'sts-unread'],
  ['policy unreachable',         domain(one, record(UNREACHABLE)),                               'opportunistic', 'opportunistic', 'opportunistic', 'sts-unreachable'],
  ['policy malformed',           domain(one, record(MALFORMED)),                                 'opportunistic', 'opportunistic', 'opportunistic', 'sts-policy-malformed'],
  ['record malformed',           domain(one, sts(badRecord)),                                    'opportunistic', 'opportunistic', 'opportunistic', 'sts-record-malformed'],
  ['record look-up failed',      domain(one, sts(lostRecord)),                                   'unknown',       'unknown',       'unknown',       'sts-lookup-failed'],
  ['record with a blank',        domain(one, softRead),                                          '(enforced)',    '(expected)',    'expected',      'sts-record-lenient'],
];

// prettier-ignore
const REMEMBERED: readonly Row[] = [
  ['record gone',                domain(one, sts(absent, { kind: 'not-needed' }, old)),          '(enforced)',    '(expected)',    'expected',      'sts-cached'],
  ['record gone, other hosts',   domain(one, sts(absent, { kind: 'not-needed' }, foreign)),      'blocked',       'blocked',       'opportunistic', 'sts-cached'],
  ['record broken',              domain(one, sts(badRecord, { kind: 'not-needed' }, old)),       '(enforced)',    '(expected)',    'expected',      'sts-cached'],
  ['record not to be had',       domain(one, sts(lostRecord, { kind: 'not-needed' }, old)),      '(enforced)',    '(expected)',    'expected',      'sts-cached'],
  ['… and other hosts',          domain(one, sts(lostRecord, { kind: 'not-needed' }, foreign)),  'unknown',       'unknown',       'unknown',       'sts-cached'],
  ['new id, unreachable',        domain(one, record(UNREACHABLE, old)),                          '(enforced)',    '(expected)',    'expected',      'sts-cached'],
  ['new id, malformed',          domain(one, record(MALFORMED, old)),                            '(enforced)',    '(expected)',    'expected',      'sts-cached'],
  ['new id, not read',           domain(one, record(UNREAD, old)),                               '(enforced)',    '(expected)',    'expected',      'sts-cached'],
  ['new id, not read, moved',    domain(one, record(UNREAD, foreign)),                           'unknown',       'unknown',       'unknown',       'sts-host-mismatch'],
  ['remembered testing',         domain(one, sts(absent, { kind: 'not-needed' }, policy('testing', [mx]))), 'expected', 'expected', 'expected',  'sts-testing'],
  ['remembered none, not read',  domain(one, record(UNREAD, policy('none', [], 'a0'))),          'unknown',       'unknown',       'unknown',       'sts-unread'],
  ['remembered, but run out',    domain(one, sts(absent, { kind: 'not-needed' }, { ...old, expiresAt: NOW })), 'opportunistic', 'opportunistic', 'opportunistic', 'sts-absent'],
  ['remembered from the future', domain(one, sts(absent, { kind: 'not-needed' }, { ...old, fetchedAt: NOW + 1 })), 'opportunistic', 'opportunistic', 'opportunistic', 'sts-absent'],
];

// prettier-ignore
const HOSTS: readonly Row[] = [
  ['no host with an address',    domain([host(mx, 10, NO_ADDRESS), host(backup, 20, NO_ADDRESS)]), 'undeliverable', 'undeliverable', 'undeliverable', 'no-host-address'],
  ['first without address',      domain([host(mx, 10, NO_ADDRESS), host(backup, 20)]),           'opportunistic', 'opportunistic', 'opportunistic', 'no-host-address'],
  ['one address unknown',        domain([host(mx), host(backup, 20, ADDRESS_FAILED)]),           'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['every address unknown',      domain([host(mx, 10, ADDRESS_FAILED)]),                         'unknown',       'unknown',       'unknown',       'address-lookup-failed'],
  ['enforced, backup unknown',   domain([host(mx), host(backup, 20, ADDRESS_FAILED)], read('enforce', mx, backup)), 'expected', 'expected', 'unknown', 'address-lookup-failed'],
  ['enforced, equal unknown',    domain([host(mx), host(backup, 10, ADDRESS_FAILED)], read('enforce', mx, backup)), 'unknown', 'unknown', 'unknown', 'address-lookup-failed'],
  ['enforced, unmatched unknown', domain([host(mx), host(backup, 20, ADDRESS_FAILED)], read('enforce', mx)), 'enforced', '(expected)', 'unknown', 'sts-host-mismatch'],
  ['match without an address',   domain([host(mx, 10, NO_ADDRESS), host(backup)], read('enforce', mx)), 'blocked', 'blocked',     'opportunistic', 'sts-host-mismatch'],
  ['mismatch, address unknown',  domain([host(mx, 10, ADDRESS_FAILED)], read('enforce', backup)), 'unknown',      'unknown',       'unknown',       'address-lookup-failed'],
  ['more hosts than looked at',  domain([host(mx), host(backup, 20, NOT_ASKED)], read('enforce', mx, backup)), 'enforced', '(expected)', 'expected', 'many-hosts'],
];

const notation = ({ level, conditional }: Verdict): string => (conditional ? `(${level})` : level);

describe.each([
  ['MX answers', MX_ANSWERS],
  ['MTA-STS', POLICIES],
  ['remembered policies', REMEMBERED],
  ['hosts', HOSTS],
] as const)('%s', (_, rows) => {
  it.each(rows)('%s', (...row) => {
    const [, evidence, checking, unknown, ignoring, why] = row;
    const verdict = decide(evidence, CHECKING, NOW);
    expect(notation(verdict)).toBe(checking);
    expect(notation(decide(evidence, UNKNOWN_SENDER, NOW))).toBe(unknown);
    expect(notation(decide(evidence, IGNORING, NOW))).toBe(ignoring);
    expect(verdict.reasons.map((reason) => reason.code)).toContain(why);
  });
});

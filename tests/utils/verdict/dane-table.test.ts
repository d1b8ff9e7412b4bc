/**
 * The rows of DANE, for anybody to review: what is known of a domain, and the level for a sender that
 * checks, for an unknown one, and for one that checks MTA-STS but not DANE and uses STARTTLS (as Gmail).
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
  DANE_BLIND,
  DOUBTED,
  HOUR,
  NOT_ASKED,
  NOW,
  NO_ADDRESS,
  NO_STS,
  NO_TLSA,
  PROVEN,
  REFUSED,
  TLSA_DOUBTED,
  TLSA_FAILED,
  TLSA_FAILING,
  TLSA_REFUSED,
  UNKNOWN_SENDER,
  UNREAD,
  VOUCHED,
  daneHost,
  domain,
  host,
  mxOnly,
  provider,
  read,
  record,
  signed,
  tlsa,
} from './sample-evidence';

const mx = 'mx.example';
const backup = 'backup.example';
const enforced = daneHost(mx, tlsa());
const bare = daneHost(backup, NO_TLSA, 20);
const servfail = { kind: 'failed', failure: { code: 'servfail' } } as const;
const bogusAddress = { kind: 'bogus', security: REFUSED } as const;
const doubtedAddress = { kind: 'bogus', security: DOUBTED } as const;
const unprovenAbsence = host(backup, 20, NO_ADDRESS);
const provenAbsence = host(backup, 20, { kind: 'none', security: PROVEN });
const offline = { ...TLSA_FAILED, failure: { code: 'network' as const }, since: NOW - HOUR };
const twoResolvers = { ...TLSA_FAILED, resolvers: 2 };
const soonAgain = { ...TLSA_FAILED, since: NOW - 14 * 60_000 };

type Row = readonly [
  what: string,
  evidence: LookedUp,
  checking: string,
  unknown: string,
  blind: string,
  why: ReasonCode,
];

// prettier-ignore
const HOSTS: readonly Row[] = [
  ['usable TLSA, all validated here',    signed(domain([enforced])),                                       'enforced',      '(expected)',    'expected',      'dane-enforced'],
  ['no MX, the domain itself (5.11)',    signed(domain([daneHost(mx, tlsa(), 0)], NO_STS, { kind: 'absent' })), 'enforced', '(expected)',    'expected',      'implicit-mx'],
  ['AD bit only, at the MX answer',      signed(domain([enforced]), VOUCHED),                              '(expected)',    '(expected)',    'expected',      'dane-unconfirmed'],
  ['AD bit only, at the address',        signed(domain([daneHost(mx, tlsa(), 10, VOUCHED)])),              '(expected)',    '(expected)',    'expected',      'dane-unconfirmed'],
  ['AD bit only, at the TLSA records',   signed(domain([daneHost(mx, tlsa(1, VOUCHED))])),                 '(expected)',    '(expected)',    'expected',      'dane-unconfirmed'],
  ['signed, no TLSA',                    signed(domain([daneHost(mx, NO_TLSA)])),                          'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['unsigned address: not looked up',    signed(domain([host(mx)])),                                       'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['TLSA, none usable (5.6)',            signed(domain([daneHost(mx, tlsa(0))])),                          'expected',      'expected',      'expected',      'unauthenticated'],
  ['unsigned MX, signed host (5.3)',     domain([enforced]),                                               'expected',      'expected',      'expected',      'redirectable'],
  ['TLSA servfail, once (5.6)',          signed(domain([daneHost(mx, TLSA_FAILED)])),                      'unknown',       'unknown',       'opportunistic', 'tlsa-lookup-failed'],
  ['… again within 15 minutes',          signed(domain([daneHost(mx, soonAgain)])),                        'unknown',       'unknown',       'opportunistic', 'tlsa-lookup-failed'],
  ['… again after 15 minutes',           signed(domain([daneHost(mx, TLSA_FAILING)])),                     'blocked',       'blocked',       'opportunistic', 'tlsa-lookup-failing'],
  ['… at two resolvers',                 signed(domain([daneHost(mx, twoResolvers)])),                     'blocked',       'blocked',       'opportunistic', 'tlsa-lookup-failing'],
  ['our network fails, for an hour',     signed(domain([daneHost(mx, offline)])),                          'unknown',       'unknown',       'opportunistic', 'tlsa-lookup-failed'],
  ['TLSA bogus',                         signed(domain([daneHost(mx, TLSA_REFUSED)])),                     'blocked',       'blocked',       'opportunistic', 'host-bogus'],
  ['TLSA bogus, handed out as good',     signed(domain([daneHost(mx, TLSA_DOUBTED)])),                     'unknown',       'unknown',       'opportunistic', 'host-unconfirmed'],
  ['address bogus',                      signed(domain([host(mx, 10, bogusAddress)])),                     'blocked',       'blocked',       'unknown',       'host-bogus'],
  ['address bogus, handed out as good',  signed(domain([host(mx, 10, doubtedAddress)])),                   'unknown',       'unknown',       'unknown',       'host-unconfirmed'],
];

// prettier-ignore
const DOMAINS: readonly Row[] = [
  ['MX bogus',                           signed(mxOnly(servfail), REFUSED),                                'blocked',       'blocked',       'unknown',       'mx-bogus'],
  ['MX bogus, handed out as good',       signed(domain([enforced]), DOUBTED),                              'unknown',       'unknown',       'unknown',       'mx-unconfirmed'],
  ['both hosts enforced',                signed(domain([enforced, daneHost(backup, tlsa(), 20)])),         'enforced',      '(expected)',    'expected',      'dane-enforced'],
  ['backup without TLSA (5.10)',         signed(domain([enforced, bare])),                                 'expected',      'expected',      'opportunistic', 'backup-unprotected'],
  ['TLSA only on the backup (5.10)',     signed(domain([daneHost(mx, NO_TLSA), daneHost(backup, tlsa(), 20)])), 'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['equal preference, one without',      signed(domain([enforced, daneHost(backup, NO_TLSA)])),            'opportunistic', 'opportunistic', 'opportunistic', 'nothing-requires'],
  ['backup bogus: passed over',          signed(domain([enforced, daneHost(backup, TLSA_REFUSED, 20)])),   'enforced',      '(expected)',    'opportunistic', 'host-bogus'],
  ['first bogus: the other is used',     signed(domain([daneHost(mx, TLSA_REFUSED), bare])),               'opportunistic', 'opportunistic', 'opportunistic', 'host-bogus'],
  ['backup provably without address',    signed(domain([enforced, provenAbsence])),                        'enforced',      '(expected)',    'expected',      'no-host-address'],
  ['backup without address, unproven',   signed(domain([enforced, unprovenAbsence])),                      '(expected)',    '(expected)',    'expected',      'absence-unproven'],
  ['backup address unknown',             signed(domain([enforced, host(backup, 20, ADDRESS_FAILED)])),     'expected',      'expected',      'unknown',       'address-lookup-failed'],
  ['backup not looked at',               signed(domain([enforced, host(backup, 20, NOT_ASKED)])),          'expected',      'expected',      'unknown',       'host-not-looked-at'],
];

const both = read('enforce', mx, backup);
// prettier-ignore
const WITH_POLICY: readonly Row[] = [
  ['both require it',                    signed(domain([enforced], read('enforce', mx))),                  'enforced',      '(expected)',    'enforced',      'dane-enforced'],
  ['TLSA by the resolver, policy',       signed(domain([enforced], read('enforce', mx)), VOUCHED),         'enforced',      '(expected)',    'enforced',      'sts-enforce'],
  ['unsigned MX, policy',                domain([enforced], read('enforce', mx)),                          'enforced',      '(expected)',    'enforced',      'sts-enforce'],
  ['none usable, policy',                signed(domain([daneHost(mx, tlsa(0))], read('enforce', mx))),     'enforced',      '(expected)',    'enforced',      'sts-enforce'],
  ['each host by another mechanism',     signed(domain([enforced, bare], both)),                           'enforced',      '(expected)',    'enforced',      'sts-enforce'],
  ['TLSA bogus, policy matches (5.13)',  signed(domain([daneHost(mx, TLSA_REFUSED)], read('enforce', mx))), 'blocked',      'blocked',       'enforced',      'host-bogus'],
  ['TLSA failed, policy matches (5.13)', signed(domain([daneHost(mx, TLSA_FAILED)], read('enforce', mx))), 'unknown',       'unknown',       'enforced',      'tlsa-lookup-failed'],
  ['TLSA, the policy names others',      signed(domain([enforced], read('enforce', backup))),              'enforced',      '(expected)',    'blocked',       'dane-enforced'],
  ['none usable, policy names others',   signed(domain([daneHost(mx, tlsa(0))], read('enforce', backup))), 'blocked',       'blocked',       'blocked',       'sts-no-host-matches'],
  ['TLSA, policy not read',              signed(domain([enforced], record(UNREAD))),                       'enforced',      '(expected)',    'expected',      'dane-enforced'],
  ['hidden backup, policy covers all',   signed(domain([enforced, unprovenAbsence], both)),                'enforced',      '(expected)',    'enforced',      'no-host-address'],
];

const notation = ({ level, conditional }: Verdict): string => (conditional ? `(${level})` : level);

describe.each([
  ['DANE, one host', HOSTS],
  ['DANE, the domain', DOMAINS],
  ['DANE and MTA-STS', WITH_POLICY],
] as const)('%s', (_, rows) => {
  it.each(rows)('%s', (...row) => {
    const [, evidence, checking, unknown, blind, why] = row;
    const verdict = decide(evidence, CHECKING, NOW);
    expect(notation(verdict)).toBe(checking);
    expect(notation(decide(evidence, UNKNOWN_SENDER, NOW))).toBe(unknown);
    expect(notation(decide(evidence, DANE_BLIND, NOW))).toBe(blind);
    expect(verdict.reasons.map((reason) => reason.code)).toContain(why);
  });
});

describe('senders and DANE', () => {
  const evidence = signed(domain([enforced]));
  const first = (habits: Parameters<typeof provider>[0]): readonly [string, string | undefined] => {
    const verdict = decide(evidence, provider(habits), NOW);
    return [notation(verdict), verdict.reasons[0]?.code];
  };

  it.each([
    [{ checksDane: 'yes' }, 'enforced', 'dane-enforced', 'checks'],
    [{ checksDane: 'unknown' }, '(expected)', 'sender-dane-unknown', 'not known to check'],
    [{ checksDane: 'no' }, 'expected', 'sender-skips-dane', 'known to use STARTTLS'],
    [
      { checksDane: 'no', startTls: 'unknown' },
      'opportunistic',
      'sender-skips-dane',
      'not even that is known',
    ],
  ] as const)('%j: %s, %s (%s)', (...[habits, level, code]) => {
    expect(first(habits)).toEqual([level, code]);
  });

  it('take the policy they certainly check for the ground, not the records they may check', () => {
    const known = provider({ checksDane: 'unknown' });
    const verdict = decide(signed(domain([enforced], read('enforce', mx))), known, NOW);
    expect([notation(verdict), verdict.mechanism]).toEqual(['enforced', 'mta-sts']);
  });

  it('say on what a refused MX answer depends', () => {
    const codes = (sender: Parameters<typeof decide>[1]): string[] =>
      decide(signed(mxOnly(servfail), REFUSED), sender, NOW).reasons.map(({ code }) => code);
    expect(codes(UNKNOWN_SENDER)).toEqual(['mx-bogus', 'sender-unknown']);
    expect(codes(provider({ checksDane: 'unknown' }))).toEqual(['mx-bogus', 'sender-dane-unknown']);
    expect(codes(DANE_BLIND)).toEqual(['sender-skips-dnssec', 'mx-bogus']);
  });
});

describe('proofs run out', () => {
  it.each([
    ['an hour later', NOW + HOUR],
    ['before they were made: the clock was turned back', NOW - 1],
  ])('%s', (_, now) => {
    const levels = [[enforced], [daneHost(mx, TLSA_REFUSED)], [daneHost(mx, TLSA_FAILING)]].map((hosts) =>
      notation(decide(signed(domain(hosts)), CHECKING, now)),
    );
    expect(levels).toEqual(['(expected)', 'unknown', 'unknown']);
    expect(decide(signed(mxOnly(servfail), REFUSED), CHECKING, now).level).toBe('unknown');
  });
});

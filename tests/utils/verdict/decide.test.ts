/** The rest of a verdict: hosts, policy summary, DNSSEC, times, and recipients for whom nothing is looked up. */
import { describe, expect, it } from 'vitest';
import { UNKNOWN_SECURITY } from '@/utils/lookup/judge-security';
import { decide } from '@/utils/verdict/decide';
import type { NotLookedUp } from '@/utils/verdict/evidence';
import {
  CHECKING,
  DOUBTED,
  HOUR,
  NOW,
  NO_ADDRESS,
  PROVEN,
  UNREAD,
  UNSIGNED,
  VOUCHED,
  domain,
  host,
  policy,
  provider,
  read,
  record,
  signed,
  sts,
} from './sample-evidence';

describe('a verdict', () => {
  const verdict = decide(
    domain(
      [host('a.example', 10), host('b.example', 20), host('c.example', 30, NO_ADDRESS)],
      read('enforce', 'a.example'),
    ),
    CHECKING,
    NOW,
  );

  it('judges each host', () => {
    expect(
      verdict.hosts.map(({ name, preference, level, skipped }) => [name, preference, level, skipped]),
    ).toEqual([
      ['a.example', 10, 'enforced', false],
      ['b.example', 20, 'blocked', true],
      ['c.example', 30, 'undeliverable', true],
    ]);
  });

  it('gives the deciding reason first and names the hosts passed over', () => {
    expect(verdict.reasons.map(({ code }) => code)).toEqual([
      'sts-enforce',
      'sts-host-mismatch',
      'no-host-address',
    ]);
  });

  it('tells of the policy that was read', () => {
    const expiresAt = NOW - HOUR + 604_800_000;
    expect(verdict.mtaSts).toEqual({
      status: 'enforce',
      id: 'a1',
      mx: ['a.example'],
      maxAge: 604_800,
      expiresAt,
    });
  });

  it('carries resolver and times of the evidence', () => {
    const { resolver, checkedAt, validUntil } = verdict;
    expect([resolver, checkedAt, validUntil]).toEqual([
      'https://resolver.example/dns-query',
      NOW,
      NOW + HOUR,
    ]);
  });

  it.each([
    [VOUCHED, { mx: 'secure', by: 'resolver' }, 'the AD bit is the word of the resolver'],
    [UNSIGNED, { mx: 'insecure', by: 'resolver' }, 'and so is its absence'],
    [PROVEN, { mx: 'secure', by: 'local' }, 'validated here'],
    [DOUBTED, { mx: 'bogus', by: 'local' }, 'here it does not hold'],
    [UNKNOWN_SECURITY, { mx: 'unknown', by: null }, 'no answer'],
  ] as const)('sums %j up as %j (%s)', (...[security, dnssec]) => {
    expect(decide(signed(domain([host('a.example')]), security), CHECKING, NOW).dnssec).toEqual(dnssec);
  });

  it.each([
    ['unread', record(UNREAD), 'a1'],
    ['none', read('none'), 'a1'],
    ['malformed', sts({ kind: 'malformed', fault: { code: 'id-malformed' } }), null],
    ['unknown', sts({ kind: 'failed', failure: { code: 'timeout' } }), null],
    ['absent', sts({ kind: 'absent' }), null],
    ['enforce', sts({ kind: 'absent' }, { kind: 'not-needed' }, policy('enforce', ['a.example'])), 'a1'],
  ] as const)('sums MTA-STS up as %s', (status, mtaSts, id) => {
    expect(decide(domain([host('a.example')], mtaSts), CHECKING, NOW).mtaSts).toMatchObject({ status, id });
  });

  it('lets a policy of max_age 0 serve the answer it came with, and no later one (RFC 8461 §3.2)', () => {
    const { policy: kept, ...rest } = policy('enforce', ['a.example']);
    const cached = { ...rest, policy: { ...kept, maxAge: 0 }, fetchedAt: NOW, expiresAt: NOW };
    const evidence = domain([host('a.example')], record({ kind: 'read', cached, warnings: [] }));
    expect(decide(evidence, CHECKING, NOW).level).toBe('enforced');
    expect(decide(evidence, CHECKING, evidence.validUntil).level).toBe('unknown');
  });
});

describe('recipients for whom nothing is looked up', () => {
  // prettier-ignore
  const CASES: readonly (readonly [evidence: NotLookedUp, level: string, code: string, domain: string])[] = [
    [{ kind: 'address-literal', literal: '192.0.2.1', gatheredAt: NOW },               'opportunistic', 'address-literal',    ''],
    [{ kind: 'special-use', domain: 'printer.local', gatheredAt: NOW },                'unknown',       'special-use-name',   'printer.local'],
    [{ kind: 'unreadable', gatheredAt: NOW },                                          'unknown',       'address-unreadable', ''],
    [{ kind: 'limited', domain: 'x.example', limit: 'compose', gatheredAt: NOW },      'unknown',       'not-looked-up',      'x.example'],
  ];

  it.each(CASES)('%j: %s, %s', (...[evidence, level, code, name]) => {
    const verdict = decide(evidence, CHECKING, NOW);
    expect([verdict.level, verdict.reasons[0]?.code, verdict.domain]).toEqual([level, code, name]);
    expect([verdict.resolver, verdict.hosts, verdict.checkedAt]).toEqual([null, [], NOW]);
  });

  it('a sender that requires TLS always does so for an address literal too', () => {
    const evidence = { kind: 'address-literal', literal: '192.0.2.1', gatheredAt: NOW } as const;
    expect(decide(evidence, provider({ requiresTls: 'yes' }), NOW).level).toBe('expected');
  });
});

/**
 * The demo zone: every level the engine can give today, each for each of its common causes.
 * (`plaintext` needs an observation of a server, which nobody makes yet.)
 *
 * One domain an entry; to show another case, add one: the servers, the page and the expectations follow.
 */
import type { DemoDomain, DemoHost, DnsBehaviour, ExpectedLine, PolicyBehaviour } from './domain';

type Row = Pick<DemoDomain, 'typed' | 'about'> &
  Partial<DemoDomain> & { readonly gmail: ExpectedLine; readonly selfHosted?: ExpectedLine };

const ANNOUNCED = 'v=STSv1; id=20261101T000000;';
const ENFORCED = { level: 'enforced', conditional: true } as const;
const EXPECTED_IF_CHECKED = { level: 'expected', conditional: true } as const;
const EXPECTED = plainly('expected');
const OPPORTUNISTIC = plainly('opportunistic');
const UNDELIVERABLE = plainly('undeliverable');
const UNKNOWN = plainly('unknown');

/** The table, in the order in which the demo page offers it. */
export const DEMO_ZONE: readonly DemoDomain[] = [
  row({
    typed: 'sealed.test',
    about: 'requires encryption by an MTA-STS policy',
    mx: [host('mx.sealed.test', 10, '192.0.2.10')],
    ...policy('enforce', ['mx.sealed.test']),
    gmail: ENFORCED,
    selfHosted: EXPECTED_IF_CHECKED,
  }),
  row({
    typed: 'bücher.test',
    domain: 'xn--bcher-kva.test',
    about: 'the same, under an international name',
    mx: [host('post.xn--bcher-kva.test', 10, '192.0.2.11')],
    ...policy('enforce', ['*.xn--bcher-kva.test']),
    gmail: ENFORCED,
    selfHosted: EXPECTED_IF_CHECKED,
  }),
  row({
    typed: 'trial.test',
    about: 'tries a policy out: mode testing',
    mx: [host('mx.trial.test', 10, '192.0.2.12')],
    ...policy('testing', ['mx.trial.test']),
    gmail: EXPECTED,
  }),
  row({
    typed: 'everyday.test',
    about: 'publishes nothing, like most domains',
    mx: [host('mx1.everyday.test', 10, '192.0.2.13'), host('mx2.everyday.test', 20, '192.0.2.14')],
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: 'home-server.test',
    about: 'no MX record: the domain itself takes the mail',
    address: '192.0.2.15',
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: 'ended.test',
    about: 'ended its policy: mode none',
    mx: [host('mx.ended.test', 10, '192.0.2.16')],
    ...policy('none', []),
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: 'lost-policy.test',
    about: 'announces a policy, but the file is not there',
    mx: [host('mx.lost-policy.test', 10, '192.0.2.17')],
    stsRecord: ANNOUNCED,
    policy: { kind: 'not-found' },
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: 'wrong-name.test',
    about: 'its policy host has a certificate for another name',
    mx: [host('mx.wrong-name.test', 10, '192.0.2.18')],
    stsRecord: ANNOUNCED,
    policy: { kind: 'wrong-certificate', text: policyText('enforce', ['mx.wrong-name.test']) },
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: 'elsewhere.test',
    about: 'its policy is a redirect, which must not be followed',
    mx: [host('mx.elsewhere.test', 10, '192.0.2.19')],
    stsRecord: ANNOUNCED,
    policy: { kind: 'redirects', to: 'https://mta-sts.sealed.test/.well-known/mta-sts.txt' },
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: 'slip.test',
    about: 'its policy has a slip of the pen: mode enforced',
    mx: [host('mx.slip.test', 10, '192.0.2.20')],
    stsRecord: ANNOUNCED,
    policy: { kind: 'serves', text: policyText('enforced', ['mx.slip.test']) },
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: '[192.0.2.25]',
    domain: '[192.0.2.25]',
    about: 'a bare IP address instead of a domain',
    gmail: OPPORTUNISTIC,
  }),
  row({
    typed: 'moved.test',
    about: 'moved its mail, but its policy still names the old servers',
    mx: [host('mx.new-provider.test', 10, '192.0.2.21')],
    ...policy('enforce', ['mx.old-provider.test']),
    gmail: plainly('blocked'),
  }),
  row({
    typed: 'no-mail.test',
    about: 'says that it takes no mail: null MX',
    mx: 'null-mx',
    gmail: UNDELIVERABLE,
  }),
  row({
    typed: 'no-address.test',
    about: 'names a mail server that has no address',
    mx: [host('mx.no-address.test', 10, null)],
    gmail: UNDELIVERABLE,
  }),
  fault('nowhere.test', 'no-such-name', 'does not exist', UNDELIVERABLE),
  fault('broken-dns.test', 'servfail', 'its name servers fail', UNKNOWN),
  fault('silent-dns.test', 'stalled', 'its name servers never answer', UNKNOWN),
  fault('hidden.test', 'filtered', 'the resolver hides it', UNKNOWN),
  row({
    typed: 'printer.local',
    about: 'a name of the local network, which is never looked up',
    gmail: UNKNOWN,
  }),
];

function row({ gmail, selfHosted, ...rest }: Row): DemoDomain {
  return {
    domain: rest.typed,
    dns: 'answers',
    mx: [],
    address: null,
    stsRecord: null,
    policy: null,
    ...rest,
    expected: { gmail, selfHosted: selfHosted ?? gmail },
  };
}

function fault(typed: string, dns: DnsBehaviour, about: string, gmail: ExpectedLine): DemoDomain {
  return row({ typed, dns, about, gmail });
}

function plainly(level: ExpectedLine['level']): ExpectedLine {
  return { level, conditional: false };
}

function host(name: string, preference: number, address: string | null): DemoHost {
  return { name, preference, address };
}

function policy(mode: string, mx: readonly string[]): { stsRecord: string; policy: PolicyBehaviour } {
  return { stsRecord: ANNOUNCED, policy: { kind: 'serves', text: policyText(mode, mx) } };
}

/** A policy file as RFC 8461 §3.2 writes it. */
function policyText(mode: string, mx: readonly string[]): string {
  const lines = ['version: STSv1', `mode: ${mode}`, ...mx.map((name) => `mx: ${name}`), 'max_age: 604800'];
  return lines.map((line) => `${line}\r\n`).join('');
}

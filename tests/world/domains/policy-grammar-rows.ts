import type { DomainRow } from '../domain-row';
import { bindsAnyway, ignores, keepsMail, trustsCertificate } from './deviations';
import { blockedByPolicy, enforcedByPolicy, forAnySender } from './expectations';
import { mx, policy, stsRecord, stsZone } from './row-parts';

const HEAD = ['version: STSv1', 'mode: enforce'];
const WEEK = 'max_age: 604800';

/** How a policy may be written and how not (RFC 8461 §3.2), and what its patterns match (§4.1). */
export const POLICY_GRAMMAR_ROWS: readonly DomainRow[] = [
  written('line-feeds.test', 'in lines without carriage return', (host) =>
    [...HEAD, `mx: ${host}`, WEEK, ''].join('\n'),
  ),
  written('any-order.test', 'in another order, with keys nobody knows and no last line end', (host) =>
    [WEEK, `mx: ${host}`, 'colour: sealing-wax red', 'mode: enforce', 'version: STSv1'].join('\r\n'),
  ),
  written('upper-case.test', 'in capital letters where case does not matter', (host) =>
    [...HEAD, `mx: ${host.toUpperCase()}`, WEEK, ''].join('\r\n'),
  ),
  written('no-time.test', 'to be used now and never kept', (host) =>
    [...HEAD, `mx: ${host}`, 'max_age: 0', ''].join('\r\n'),
  ),
  {
    ...written('long-time.test', 'for longer than the longest time, which then counts', (host) =>
      [...HEAD, `mx: ${host}`, 'max_age: 4000000000', ''].join('\r\n'),
    ),
    deviations: ignores('the policy daemon refuses a max_age above the maximum (erratum 7282)'),
  },
  {
    ...written('two-modes.test', 'with two modes, of which the first counts', (host) =>
      [...HEAD, 'mode: none', `mx: ${host}`, WEEK, ''].join('\r\n'),
    ),
    deviations: ignores('for the policy daemon the last of several equal keys counts'),
  },
  {
    ...malformed('blank-line.test', 'blank-line', 'with an empty line', (host) =>
      [...HEAD, '', `mx: ${host}`, WEEK, ''].join('\r\n'),
    ),
    deviations: bindsAnyway('the policy daemon passes over lines it cannot read'),
  },
  malformed('second-version.test', 'version-unknown', 'in a version to come', (host) =>
    ['version: STSv2', 'mode: enforce', `mx: ${host}`, WEEK, ''].join('\r\n'),
  ),
  {
    ...malformed('final-dot.test', 'mx-malformed', 'with a dot at the end of the host name', (host) =>
      [...HEAD, `mx: ${host}.`, WEEK, ''].join('\r\n'),
    ),
    deviations: keepsMail('the policy daemon takes whatever a policy names'),
  },
  malformed('no-max-age.test', 'max-age-missing', 'without a time', (host) =>
    [...HEAD, `mx: ${host}`, ''].join('\r\n'),
  ),
  malformed('no-hosts.test', 'mx-missing', 'that names no mail host', () => [...HEAD, WEEK, ''].join('\r\n')),
  {
    domain: 'apex.test',
    about: 'the domain itself is its mail host, which its own wildcard does not cover',
    dns: { kind: 'zone', records: ['@ MX 10 apex.test.', '@ A 127.0.0.2', stsRecord()] },
    policy: policy('enforce', '*.apex.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...blockedByPolicy(),
  },
  {
    domain: 'borrowed-name.test',
    about: 'names a host of another domain, which its mail host could show a certificate for',
    dns: stsZone(),
    policy: policy('enforce', 'mx1.dane.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...blockedByPolicy(),
    deviations: trustsCertificate('to Postfix the name in the certificate is enough'),
  },
  {
    domain: 'foreign-host.test',
    about: 'no MX record, and a policy that names a host of another domain',
    dns: { kind: 'zone', records: ['@ A 127.0.0.2', stsRecord()] },
    policy: policy('enforce', 'mx1.dane.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...blockedByPolicy('implicit-mx'),
    deviations: trustsCertificate('to Postfix the name in the certificate is enough'),
  },
  {
    domain: 'policy-by-alias.test',
    about: 'names the target of the alias that its mail host is; the name in the MX record counts',
    dns: {
      kind: 'zone',
      records: ['@ MX 10 alias', 'alias CNAME mx1', ...mx([20, 'mx1']).slice(1), stsRecord()],
    },
    policy: policy('enforce', 'mx1.policy-by-alias.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...blockedByPolicy(),
  },
];

function written(domain: string, about: string, text: (host: string) => string): DomainRow {
  return {
    domain,
    about: `its policy is written ${about}`,
    dns: stsZone(),
    policy: { body: text(`mx1.${domain}`) },
    mtaSts: 'enforce',
    terminalOnly: true,
    ...enforcedByPolicy(),
  };
}

function malformed(domain: string, fault: string, about: string, text: (host: string) => string): DomainRow {
  const expectations = forAnySender('opportunistic', 'sts-policy-malformed', 'nothing-requires');
  return { ...written(domain, about, text), mtaSts: 'malformed', fault, ...expectations };
}

import type { DomainRow, PolicyBehaviour } from '../domain-row';
import { forAnySender } from './expectations';
import { policyText, stsZone } from './row-parts';

/** Domains that announce a policy which cannot be had: as if there were none, and said (RFC 8461 §3.3). */
export const POLICY_FAULT_ROWS: readonly DomainRow[] = [
  unreachable('wrong-name.test', 'unreachable', 'shows a certificate for another name', {
    flaw: 'wrong-name',
  }),
  unreachable('expired.test', 'unreachable', 'shows a certificate out of date', { flaw: 'expired' }),
  unreachable('self-signed.test', 'unreachable', 'shows a certificate nobody vouches for', {
    flaw: 'self-signed',
  }),
  unreachable('redirect.test', 'unreachable', 'sends elsewhere, which must not be followed', {
    status: 302,
    location: 'https://mta-sts.enforce.test/.well-known/mta-sts.txt',
  }),
  unreachable('not-found.test', 'status', 'has no such file', { status: 404 }),
  {
    ...unreachable('created.test', 'status', 'answers 201, and only 200 counts (RFC 8461 §3.3)', {
      status: 201,
    }),
    terminalOnly: true,
  },
  unreachable('slow.test', 'timeout', 'never answers', { hangs: true }),
  unreachable('wrong-type.test', 'media-type', 'is no plain text', { contentType: 'text/html' }),
  unreachable('oversized.test', 'too-large', 'is larger than 64 KiB', {
    body: `${policyText('enforce', 'mx1.oversized.test')}${'x: filler\r\n'.repeat(7_000)}`,
  }),
  {
    domain: 'bad-policy.test',
    about: 'a policy of a mode that does not exist',
    dns: stsZone(),
    policy: { body: 'version: STSv1\r\nmode: always\r\nmx: mx1.bad-policy.test\r\nmax_age: 604800\r\n' },
    mtaSts: 'malformed',
    fault: 'mode-unknown',
    ...forAnySender('opportunistic', 'sts-policy-malformed', 'nothing-requires'),
  },
];

/** The policy itself would be a good one, so that only its fault can make the difference. */
function unreachable(
  domain: string,
  fault: string,
  about: string,
  behaviour: Partial<PolicyBehaviour>,
): DomainRow {
  return {
    domain,
    about: `its policy host ${about}`,
    dns: stsZone(),
    policy: { body: policyText('enforce', `mx1.${domain}`), ...behaviour },
    mtaSts: 'unreachable',
    fault,
    ...forAnySender('opportunistic', 'sts-unreachable', 'nothing-requires'),
  };
}

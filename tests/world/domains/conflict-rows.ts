import type { DomainRow, Expectations } from '../domain-row';
import { blockedByPolicy, enforcedByDane, enforcedByPolicy, plain } from './expectations';
import { mx, policy, stsRecord, stsZone, tlsa, TLSA_OF_KEY } from './row-parts';

/** Domains whose pinned keys and policies do not say the same (RFC 8461 §2, RFC 7672 §2.2). */
export const CONFLICT_ROWS: readonly DomainRow[] = [
  {
    domain: 'dane-against-policy.test',
    about: 'pins the key of a mail host that its own policy does not name',
    dns: stsZone(tlsa('mx1', TLSA_OF_KEY)),
    policy: policy('enforce', 'mx9.dane-against-policy.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...enforcedByDane(),
    gmail: blockedByPolicy().gmail,
  },
  {
    domain: 'bogus-against-policy.test',
    about: 'a good policy, which must not override the bogus TLSA record (RFC 8461 §2)',
    dns: {
      kind: 'zone',
      records: [...mx([10, 'mx1']), stsRecord()],
      below: [{ label: '_tcp.mx1', records: [`_25 TLSA ${TLSA_OF_KEY}`], signing: 'bogus' }],
    },
    policy: policy('enforce', 'mx1.bogus-against-policy.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...blockedAtHost(),
    gmail: enforcedByPolicy().gmail,
  },
  {
    domain: 'redirect-against-policy.test',
    about: 'an unsigned domain with a good policy, whose mail host is signed and has its key pinned',
    dns: { kind: 'zone', signing: 'unsigned', records: ['@ MX 10 mx1.dane.test.', stsRecord()] },
    policy: policy('enforce', 'mx1.dane.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...enforcedByPolicy(),
    exim: plain('expected', 'redirectable'),
  },
  {
    domain: 'unusable-with-policy.test',
    about: 'a good policy, and no TLSA record that can be used',
    dns: stsZone(tlsa('mx1', '1 1 1 KEY-SHA256')),
    policy: policy('enforce', 'mx1.unusable-with-policy.test'),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...enforcedByPolicy(),
    exim: plain('expected', 'unauthenticated'),
  },
];

/** The policy is kept in view: it would have said otherwise. */
function blockedAtHost(): Expectations {
  const blocked = { ...plain('blocked', 'host-bogus'), mechanism: 'dane' as const };
  const unknown = { ...blocked, reasons: ['host-bogus', 'sender-unknown'] as const };
  return { checking: blocked, unknown, gmail: blocked, exim: blocked };
}

import type { DomainRow, Expectations } from '../domain-row';
import { enforcedByDane, forAnySender, nothingRequires, plain, requiredByDane } from './expectations';
import { mx, tlsa, TLSA_OF_KEY, zone } from './row-parts';

const UNUSABLE = ['1 1 1 KEY-SHA256', '0 0 1 ROOT-SHA256'];

/** One mail host and what its TLSA records say (RFC 7672 §2, §3; RFC 6698 §2.1). */
export const DANE_ROWS: readonly DomainRow[] = [
  { ...tlsaRow('dane.test', 'pins the key of its mail host', TLSA_OF_KEY), terminalOnly: false },
  tlsaRow('dane-certificate.test', 'pins the certificate of its mail host', '3 0 1 LEAF-SHA256'),
  { ...tlsaRow('dane-authority.test', 'pins an authority', '2 0 1 ROOT-SHA256'), terminalOnly: false },
  tlsaRow('dane-sha512.test', 'pins the key by its SHA-512', '3 1 2 KEY-SHA512'),
  tlsaRow('dane-whole-key.test', 'gives the whole key', '3 1 0 KEY-ITSELF'),
  tlsaRow('dane-two-keys.test', 'pins the key and the next one', '3 1 1 OTHER-SHA256', TLSA_OF_KEY),
  tlsaRow(
    'dane-agility.test',
    'pins the key by its SHA-512, and another by SHA-256, which then does not count',
    '3 1 2 KEY-SHA512',
    '3 1 1 OTHER-SHA256',
  ),
  tlsaRow('dane-some-usable.test', 'has records beside it that cannot be used', ...UNUSABLE, TLSA_OF_KEY),
  {
    ...tlsaRow(
      'dane-unusable.test',
      'has no record that can be used for mail (RFC 7672 §3.1.3)',
      ...UNUSABLE,
    ),
    terminalOnly: false,
    ...requiredByDane('unauthenticated'),
  },
  {
    ...tlsaRow('dane-short.test', 'has a digest that is too short', '3 1 1 abcd'),
    ...requiredByDane('unauthenticated'),
  },
  {
    domain: 'dane-other-port.test',
    about: 'pins the key for another port, which says nothing of mail',
    dns: zone(...mx([10, 'mx1']), `_465._tcp.mx1 TLSA ${TLSA_OF_KEY}`),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'dane-unsigned.test',
    about: 'pins the key in a zone that is not signed',
    dns: { kind: 'zone', signing: 'unsigned', records: [...mx([10, 'mx1']), tlsa('mx1', TLSA_OF_KEY)] },
    mtaSts: 'absent',
    ...nothingRequires(),
  },
  {
    domain: 'dane-implicit.test',
    about: 'no MX record, and its own address has the key pinned',
    dns: zone('@ A 127.0.0.2', tlsa('@', TLSA_OF_KEY)),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane('implicit-mx'),
  },
  {
    domain: 'dane-wildcard.test',
    about: 'pins the key by a wildcard',
    dns: zone(...mx([10, 'mx1']), `*._tcp.mx1 TLSA ${TLSA_OF_KEY}`),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'dane-by-alias.test',
    about: 'its TLSA name is an alias of one in another zone',
    dns: zone(...mx([10, 'mx1']), '_25._tcp.mx1 CNAME _25._tcp.mx1.dane.test.'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'dane-alias-out.test',
    about: 'its TLSA name is an alias into an unsigned zone, which proves nothing',
    dns: zone(...mx([10, 'mx1']), '_25._tcp.mx1 CNAME _25._tcp.mx1.dane-unsigned.test.'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'half-dane.test',
    about: 'an unsigned domain whose mail host is signed and has its key pinned (RFC 7672 §2.2.1)',
    dns: { kind: 'zone', signing: 'unsigned', records: ['@ MX 10 mx1.dane.test.'] },
    mtaSts: 'absent',
    ...requiredByDane('redirectable'),
  },
  {
    domain: 'dane-bogus.test',
    about: 'the TLSA record of its only mail host was changed after signing',
    dns: {
      kind: 'zone',
      records: mx([10, 'mx1']),
      below: [{ label: '_tcp.mx1', records: [`_25 TLSA ${TLSA_OF_KEY}`], signing: 'bogus' }],
    },
    mtaSts: 'absent',
    browser: { level: 'unknown', conditional: false },
    ...blockedAtHost(),
  },
  {
    domain: 'address-bogus.test',
    about: 'the address of its only mail host was changed after signing',
    dns: {
      kind: 'zone',
      records: ['@ MX 10 mx1'],
      below: [{ label: 'mx1', records: ['@ A 127.0.0.2'], signing: 'bogus' }],
    },
    mtaSts: 'absent',
    terminalOnly: true,
    ...forAnySender('blocked', 'host-bogus'),
    gmail: plain('unknown', 'sender-skips-dnssec', 'host-bogus'),
  },
  {
    domain: 'dane-stalled.test',
    about: 'the TLSA record of its only mail host cannot be looked up',
    dns: { kind: 'zone', records: mx([10, 'mx1']), stalledBelow: ['_tcp.mx1'] },
    mtaSts: 'absent',
    terminalOnly: true,
    ...forAnySender('unknown', 'tlsa-lookup-failed'),
    gmail: nothingRequires().gmail,
  },
];

function tlsaRow(domain: string, about: string, ...records: readonly string[]): DomainRow {
  return {
    domain,
    about,
    dns: zone(...mx([10, 'mx1']), ...records.map((data) => tlsa('mx1', data))),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  };
}

/** A sender that checks DANE does not use a host whose TLSA record is bogus (RFC 7672 §2.2). */
function blockedAtHost(): Expectations {
  const blocked = { ...plain('blocked', 'host-bogus'), mechanism: 'dane' as const };
  return {
    checking: blocked,
    unknown: { ...blocked, reasons: ['host-bogus', 'sender-unknown'] },
    gmail: nothingRequires().gmail,
    exim: blocked,
  };
}

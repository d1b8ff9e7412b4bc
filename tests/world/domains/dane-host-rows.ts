import type { DomainRow } from '../domain-row';
import { enforcedByDane, enforcedByPolicy, nothingRequires, plain } from './expectations';
import { mx, policy, stsZone, tlsa, TLSA_OF_KEY, zone } from './row-parts';

const TWO_HOSTS = mx([10, 'mx1'], [20, 'mx2']);
const BOGUS_BACKUP = { label: '_tcp.mx2', records: [`_25 TLSA ${TLSA_OF_KEY}`], signing: 'bogus' } as const;

/** Several mail hosts, and hosts that are aliases (RFC 7672 §2.2.1–2.2.3). */
export const DANE_HOST_ROWS: readonly DomainRow[] = [
  {
    domain: 'dane-both.test',
    about: 'pins the keys of both mail hosts',
    dns: zone(...TWO_HOSTS, tlsa('mx1', TLSA_OF_KEY), tlsa('mx2', TLSA_OF_KEY)),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'dane-primary.test',
    about: 'pins the key of the preferred mail host, and not of the backup',
    dns: zone(...TWO_HOSTS, tlsa('mx1', TLSA_OF_KEY)),
    mtaSts: 'absent',
    ...backupUnprotected(),
  },
  {
    domain: 'dane-backup.test',
    about: 'pins the key of the backup only, so mail goes out in clear without any attacker',
    dns: zone(...TWO_HOSTS, tlsa('mx2', TLSA_OF_KEY)),
    mtaSts: 'absent',
    ...nothingRequires(),
  },
  {
    domain: 'dane-mixed.test',
    about: 'pins the key of one of two equally preferred mail hosts',
    dns: zone(...mx([10, 'mx1'], [10, 'mx2']), tlsa('mx1', TLSA_OF_KEY)),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'dane-one-bogus.test',
    about: 'the TLSA record of the backup was changed after signing, so the backup is passed over',
    dns: { kind: 'zone', records: [...TWO_HOSTS, tlsa('mx1', TLSA_OF_KEY)], below: [BOGUS_BACKUP] },
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane('host-bogus'),
    gmail: nothingRequires().gmail,
  },
  {
    domain: 'dane-half-gone.test',
    about: 'pins the key of one mail host; the other has no address',
    dns: zone(...mx([10, 'mx1']), '@ MX 20 mx2', tlsa('mx1', TLSA_OF_KEY)),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane('no-host-address'),
  },
  {
    domain: 'host-alias.test',
    about: 'its mail host is an alias of one in another zone, whose key is pinned there',
    dns: zone('@ MX 10 alias', 'alias CNAME mx1.dane.test.'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'host-alias-own.test',
    about: 'its mail host is an alias, and the key is pinned at the alias’s own name',
    dns: zone('@ MX 10 alias', 'alias CNAME mx1', 'mx1 A 127.0.0.2', tlsa('alias', TLSA_OF_KEY)),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'host-alias-between.test',
    about: 'its mail host is an alias of an alias, and the key is pinned at the name between',
    dns: zone(
      ...['@ MX 10 alias', 'alias CNAME between', 'between CNAME mx1', 'mx1 A 127.0.0.2'],
      tlsa('between', TLSA_OF_KEY),
    ),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'host-alias-out.test',
    about: 'its mail host is a signed alias into an unsigned zone, and the key is pinned at the alias',
    dns: zone('@ MX 10 alias', 'alias CNAME mx1.dane-unsigned.test.', tlsa('alias', TLSA_OF_KEY)),
    mtaSts: 'absent',
    terminalOnly: true,
    ...enforcedByDane(),
  },
  {
    domain: 'host-alias-in.test',
    about: 'its mail host is an unsigned alias into a signed zone, which proves nothing',
    dns: { kind: 'zone', signing: 'unsigned', records: ['@ MX 10 alias', 'alias CNAME mx1.dane.test.'] },
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'dane-thirty.test',
    about: 'pins the keys of thirty mail hosts, more than are looked at',
    dns: zone(
      ...mx(...Array.from({ length: 30 }, (_, index) => [10 + index, `mx${index}`] as const)),
      ...Array.from({ length: 30 }, (_, index) => tlsa(`mx${index}`, TLSA_OF_KEY)),
    ),
    mtaSts: 'absent',
    terminalOnly: true,
    checking: plain('expected', 'host-not-looked-at', 'dane-enforced', 'many-hosts'),
    unknown: plain('expected', 'host-not-looked-at', 'sender-unknown', 'dane-enforced', 'many-hosts'),
    gmail: plain('unknown', 'host-not-looked-at', 'many-hosts'),
    exim: plain('expected', 'host-not-looked-at', 'dane-enforced', 'many-hosts'),
  },
  {
    domain: 'dane-and-policy.test',
    about: 'pins its key and has a policy as well',
    dns: stsZone(tlsa('mx1', TLSA_OF_KEY)),
    policy: policy('enforce', 'mx1.dane-and-policy.test'),
    mtaSts: 'enforce',
    ...enforcedByDane(),
    unknown: enforcedByPolicy().unknown,
    gmail: enforcedByPolicy().gmail,
  },
];

function backupUnprotected(): Pick<DomainRow, 'checking' | 'unknown' | 'gmail' | 'exim'> {
  const reasons = ['backup-unprotected', 'nothing-requires', 'sts-absent'] as const;
  const checking = plain('expected', ...reasons, 'dane-enforced');
  return {
    checking,
    unknown: plain('expected', ...reasons, 'sender-unknown', 'dane-enforced'),
    gmail: nothingRequires().gmail,
    exim: checking,
  };
}

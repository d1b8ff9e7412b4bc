import type { DomainRow } from '../domain-row';
import { postfix } from './deviations';
import { forAnySender, nothingRequires } from './expectations';
import { mx, zone } from './row-parts';

/** What can be odd about MX records and the addresses behind them (RFC 5321 §5.1, RFC 7505). */
export const MAIL_RECORD_ROWS: readonly DomainRow[] = [
  {
    domain: 'null-mx-10.test',
    about: 'a null MX of another preference than 0, which can mean nothing else',
    dns: zone('@ MX 10 .'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...forAnySender('undeliverable', 'null-mx'),
  },
  {
    domain: 'dot-beside.test',
    about: '"." beside a mail host is a mistake, and the host counts (RFC 7505 §3)',
    dns: zone('@ MX 0 .', ...mx([10, 'mx1'])),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
    deviations: postfix('bounces', 'Postfix takes "." beside other MX records for a null MX'),
  },
  {
    domain: 'numbers.test',
    about: 'an IP address in the place of the mail host (RFC 5321 §5.1)',
    dns: zone('@ MX 10 127.0.0.2.', '@ A 127.0.0.2'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...forAnySender('undeliverable', 'mx-unusable'),
    deviations: postfix('delivers', 'Postfix takes digits in the place of a name for an address'),
  },
  {
    domain: 'numbers-beside.test',
    about: 'an IP address in the place of one of two mail hosts',
    dns: zone('@ MX 10 127.0.0.2.', ...mx([20, 'mx1'])),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'alias-host.test',
    about: 'the mail host is an alias, which many senders follow (RFC 5321 §5.1)',
    dns: zone('@ MX 10 alias', 'alias CNAME mx1', 'mx1 A 127.0.0.2'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'circle.test',
    about: 'an alias that leads back to itself, which resolvers refuse',
    dns: { kind: 'in-parent', records: ['@ CNAME other.circle.test.', 'other CNAME circle.test.'] },
    mtaSts: 'absent',
    dnssec: 'unknown',
    fault: 'servfail',
    terminalOnly: true,
    ...forAnySender('unknown', 'mx-lookup-failed'),
  },
  {
    domain: 'address-stalled.test',
    about: 'the mail host’s address cannot be looked up',
    dns: { kind: 'zone', records: ['@ MX 10 mx1'], stalledBelow: ['mx1'] },
    mtaSts: 'absent',
    terminalOnly: true,
    ...forAnySender('unknown', 'address-lookup-failed'),
  },
  {
    domain: 'filtered.test',
    about: 'the resolver denies it in its own name: NXDOMAIN without SOA',
    dns: { kind: 'filtered' },
    mtaSts: 'unknown',
    dnssec: 'insecure',
    terminalOnly: true,
    ...forAnySender('unknown', 'filtered-by-resolver'),
  },
  {
    domain: 'report.test',
    about: 'wants reports about encryption, which requires nothing (RFC 8460)',
    dns: zone(...mx([10, 'mx1']), '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@report.test"'),
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires(),
  },
  {
    domain: 'many-hundred.test',
    about: 'a hundred and fifty mail hosts',
    dns: {
      kind: 'zone',
      signing: 'unsigned',
      records: mx(...Array.from({ length: 150 }, (_, index) => [10 + index, `mx${index}`] as const)),
    },
    mtaSts: 'absent',
    terminalOnly: true,
    ...nothingRequires('many-hosts'),
  },
];

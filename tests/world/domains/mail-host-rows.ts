import type { DomainRow } from '../domain-row';
import { blockedBySignatures, enforcedByPolicy, forAnySender, nothingRequires } from './expectations';
import { mx, policy, stsRecord } from './row-parts';

/** Domains whose mail hosts are the point. */
export const MAIL_HOST_ROWS: readonly DomainRow[] = [
  {
    domain: 'null-mx.test',
    about: 'says that it takes no mail (RFC 7505)',
    dns: { kind: 'zone', records: ['@ MX 0 .', '@ A 127.0.0.2'] },
    mtaSts: 'absent',
    ...forAnySender('undeliverable', 'null-mx'),
  },
  {
    domain: 'missing.test',
    about: 'does not exist',
    dns: { kind: 'missing' },
    mtaSts: 'absent',
    ...forAnySender('undeliverable', 'no-such-domain'),
  },
  {
    domain: 'no-mail-host.test',
    about: 'exists, with neither mail host nor address',
    dns: { kind: 'zone', records: ['@ TXT "nobody here"'] },
    mtaSts: 'absent',
    ...forAnySender('undeliverable', 'no-mail-host'),
  },
  {
    domain: 'no-address.test',
    about: 'its mail hosts have no address; its own address does not count (RFC 5321 §5.1)',
    dns: { kind: 'zone', records: ['@ MX 10 mx1', '@ MX 20 mx2', 'mx1 TXT "-"', '@ A 127.0.0.2'] },
    mtaSts: 'absent',
    ...forAnySender('undeliverable', 'no-host-address'),
  },
  {
    domain: 'implicit.test',
    about: 'no MX record, so mail goes to its own address (RFC 5321 §5.1)',
    dns: { kind: 'zone', records: ['@ A 127.0.0.2'] },
    mtaSts: 'absent',
    ...nothingRequires('implicit-mx'),
  },
  {
    domain: 'implicit-enforce.test',
    about: 'no MX record, and a policy that names the domain itself',
    dns: { kind: 'zone', records: ['@ AAAA ::1', stsRecord()] },
    policy: policy('enforce', 'implicit-enforce.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy('implicit-mx'),
  },
  {
    domain: 'half-gone.test',
    about: 'one of its two mail hosts has no address and is passed over',
    dns: { kind: 'zone', records: [...mx([20, 'mx2']), '@ MX 10 mx1', stsRecord()] },
    policy: policy('enforce', '*.half-gone.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy('no-host-address'),
  },
  {
    domain: 'alias.test',
    about: 'an alias of another domain, whose policy it does not inherit (RFC 8461 §3.4)',
    dns: { kind: 'in-parent', records: ['@ CNAME enforce.test.'] },
    mtaSts: 'absent',
    ...nothingRequires(),
  },
  {
    domain: 'sub.enforce.test',
    about: 'lies below a domain with a policy, which it does not inherit (RFC 8461 §3.4)',
    dns: { kind: 'zone', records: mx([10, 'mx1']) },
    mtaSts: 'absent',
    ...nothingRequires(),
  },
  {
    domain: 'bogus.test',
    about: 'its records were changed after signing, so the resolver answers SERVFAIL',
    dns: { kind: 'zone', signing: 'bogus', records: mx([10, 'mx1']) },
    mtaSts: 'absent',
    dnssec: 'bogus',
    browser: { level: 'unknown', conditional: false },
    ...blockedBySignatures(),
  },
  {
    domain: 'stalled.test',
    about: 'its name server never answers',
    dns: { kind: 'stalled' },
    mtaSts: 'unknown',
    fault: 'timeout',
    ...forAnySender('unknown', 'mx-lookup-failed'),
  },
];

import type { DomainRow } from '../domain-row';
import { trustsCertificate } from './deviations';
import { blockedByPolicy, enforcedByPolicy, forAnySender, plain } from './expectations';
import { mx, policy, stsRecord, stsZone } from './row-parts';

/** Domains with a policy that can be read. */
export const POLICY_ROWS: readonly DomainRow[] = [
  {
    domain: 'enforce.test',
    about: 'requires encryption, and its mail host is named',
    dns: stsZone(),
    policy: policy('enforce', 'mx1.enforce.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy(),
  },
  {
    domain: 'wildcard.test',
    about: 'requires encryption, and a wildcard covers its mail host',
    dns: stsZone(),
    policy: policy('enforce', '*.wildcard.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy(),
  },
  {
    domain: 'unsigned.test',
    about: 'requires encryption, though its zone is not signed',
    dns: { kind: 'zone', signing: 'unsigned', records: [...mx([10, 'mx1']), stsRecord()] },
    policy: policy('enforce', 'mx1.unsigned.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy(),
  },
  {
    domain: 'sts-alias.test',
    about: 'its announcement is an alias of another one (RFC 8461 §3.1)',
    dns: { kind: 'zone', records: [...mx([10, 'mx1']), '_mta-sts CNAME _mta-sts.enforce.test.'] },
    policy: policy('enforce', 'mx1.sts-alias.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy(),
  },
  {
    domain: 'mismatch.test',
    about: 'requires encryption, but names another mail host',
    dns: stsZone(),
    policy: policy('enforce', 'mx9.mismatch.test'),
    mtaSts: 'enforce',
    ...blockedByPolicy(),
  },
  {
    domain: 'deep.test',
    about: 'its wildcard stands for one label, its mail host has two (RFC 8461 §4.1)',
    dns: { kind: 'zone', records: [...mx([10, 'mx1.eu']), stsRecord()] },
    policy: policy('enforce', '*.deep.test'),
    mtaSts: 'enforce',
    ...blockedByPolicy(),
    deviations: trustsCertificate('to Postfix a wildcard stands for any number of labels'),
  },
  {
    domain: 'backup.test',
    about: 'requires encryption; only the backup is not named, so senders that check pass it over',
    dns: { kind: 'zone', records: [...mx([10, 'mx1'], [20, 'backup']), stsRecord()] },
    policy: policy('enforce', 'mx1.backup.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy('sts-host-mismatch'),
    exim: plain('opportunistic', 'sender-skips-mta-sts', 'sts-host-mismatch', 'sts-enforce'),
  },
  {
    domain: 'many.test',
    about: 'twenty-five mail hosts, all under one wildcard',
    dns: {
      kind: 'zone',
      records: [
        ...mx(...Array.from({ length: 25 }, (_, index) => [10 + index, `mx${index}`] as const)),
        stsRecord(),
      ],
    },
    policy: policy('enforce', '*.many.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy('many-hosts'),
  },
  {
    domain: 'xn--bcher-kva.test',
    unicode: 'bücher.test',
    about: 'a name that is not ASCII',
    dns: stsZone(),
    policy: policy('enforce', '*.xn--bcher-kva.test'),
    mtaSts: 'enforce',
    ...enforcedByPolicy(),
  },
  {
    domain: 'testing.test',
    about: 'asks for encryption, and is still being tested',
    dns: stsZone(),
    policy: policy('testing', 'mx1.testing.test'),
    mtaSts: 'testing',
    ...forAnySender('expected', 'sts-testing'),
    exim: plain('expected', 'sender-skips-mta-sts', 'sts-testing'),
  },
  {
    domain: 'testing-mismatch.test',
    about: 'is still being tested, and names another mail host',
    dns: stsZone(),
    policy: policy('testing', 'mx9.testing-mismatch.test'),
    mtaSts: 'testing',
    ...forAnySender('opportunistic', 'sts-host-mismatch', 'sts-testing'),
  },
  {
    domain: 'none.test',
    about: 'a policy that asks for nothing',
    dns: stsZone(),
    policy: policy('none'),
    mtaSts: 'none',
    ...forAnySender('opportunistic', 'nothing-requires', 'sts-none'),
  },
];

import type { DomainRow } from '../domain-row';
import { forAnySender, nothingRequires } from './expectations';
import { mx, policy, stsRecord } from './row-parts';

/** Domains whose announcement of a policy is absent, faulty or out of reach. */
export const RECORD_ROWS: readonly DomainRow[] = [
  {
    domain: 'plain.test',
    about: 'no policy',
    dns: { kind: 'zone', records: mx([10, 'mx1']) },
    mtaSts: 'absent',
    ...nothingRequires(),
  },
  {
    domain: 'other-text.test',
    about: 'other texts where the announcement would stand, none of them one (RFC 8461 §3.1)',
    dns: {
      kind: 'zone',
      records: [...mx([10, 'mx1']), '_mta-sts TXT "v=STSv12; id=1;"', '_mta-sts TXT "hello"'],
    },
    policy: policy('enforce', 'mx1.other-text.test'),
    mtaSts: 'absent',
    ...nothingRequires(),
  },
  {
    domain: 'two-records.test',
    about: 'two announcements, so none counts (RFC 8461 §3.1)',
    dns: { kind: 'zone', records: [...mx([10, 'mx1']), stsRecord('1'), stsRecord('2')] },
    policy: policy('enforce', 'mx1.two-records.test'),
    mtaSts: 'malformed',
    fault: 'several-records',
    ...forAnySender('opportunistic', 'sts-record-malformed', 'nothing-requires'),
  },
  {
    domain: 'bad-record.test',
    about: 'an announcement without an id',
    dns: { kind: 'zone', records: [...mx([10, 'mx1']), '_mta-sts TXT "v=STSv1; note=none;"'] },
    policy: policy('enforce', 'mx1.bad-record.test'),
    mtaSts: 'malformed',
    fault: 'id-missing',
    ...forAnySender('opportunistic', 'sts-record-malformed', 'nothing-requires'),
  },
  {
    domain: 'record-servfail.test',
    about: 'mail hosts can be looked up, the announcement cannot',
    dns: {
      kind: 'zone',
      records: mx([10, 'mx1']),
      below: [{ label: '_mta-sts', records: ['@ TXT "v=STSv1; id=1;"'], signing: 'bogus' }],
    },
    policy: policy('enforce', 'mx1.record-servfail.test'),
    mtaSts: 'unknown',
    fault: 'servfail',
    ...forAnySender('unknown', 'sts-lookup-failed'),
  },
];

import type { DomainRow, Expectations } from '../domain-row';
import { bindsAnyway } from './deviations';
import { enforcedByPolicy, forAnySender } from './expectations';
import { mx, policy } from './row-parts';

/** How an announcement may be written and how not (RFC 8461 §3.1); the policy behind it is always a good one. */
export const RECORD_GRAMMAR_ROWS: readonly DomainRow[] = [
  row('strings.test', 'in several strings, joined without a blank', ['"v=STSv1; i" "d=1;"']),
  row('extension.test', 'with a field nobody knows yet', ['"v=STSv1; id=1; note=x:y;"']),
  row('two-ids.test', 'with two ids, of which the first counts', ['"v=STSv1; id=1; id=2;"']),
  row('besides.test', 'beside a text that is none', ['"v=STSv1; id=1;"', '"hello"']),
  {
    ...row('blank-before.test', 'with a blank before its semicolon (erratum 6285)', ['"v=STSv1 ; id=1;"']),
    ...lenient(),
  },
  {
    ...malformed('dashed-id.test', 'id-malformed', 'with a dash in its id', '"v=STSv1; id=2026-11;"'),
    deviations: bindsAnyway('the policy daemon takes any id'),
  },
  {
    ...malformed('empty-field.test', 'empty-field', 'with an empty field', '"v=STSv1;; id=1;"'),
    deviations: bindsAnyway('the policy daemon passes over empty fields'),
  },
  {
    domain: 'record-stalled.test',
    about: 'its announcement cannot be looked up in time, which does not mean that there is none',
    dns: { kind: 'zone', records: mx([10, 'mx1']), stalledBelow: ['_mta-sts'] },
    policy: policy('enforce', 'mx1.record-stalled.test'),
    mtaSts: 'unknown',
    fault: 'timeout',
    terminalOnly: true,
    ...forAnySender('unknown', 'sts-lookup-failed'),
  },
];

function row(domain: string, about: string, records: readonly string[]): DomainRow {
  return {
    domain,
    about: `announces its policy ${about}`,
    dns: { kind: 'zone', records: [...mx([10, 'mx1']), ...records.map((text) => `_mta-sts TXT ${text}`)] },
    policy: policy('enforce', `mx1.${domain}`),
    mtaSts: 'enforce',
    terminalOnly: true,
    ...enforcedByPolicy(),
  };
}

function malformed(domain: string, fault: string, about: string, record: string): DomainRow {
  const expectations = forAnySender('opportunistic', 'sts-record-malformed', 'nothing-requires');
  return { ...row(domain, about, [record]), mtaSts: 'malformed', fault, ...expectations };
}

/** Senders that hold to the letter discard such a record. */
function lenient(): Expectations {
  const strict = enforcedByPolicy();
  const reasons = ['sts-record-lenient', 'sts-enforce'] as const;
  return {
    checking: { ...strict.checking, conditional: true, reasons },
    unknown: { ...strict.unknown, reasons: ['sender-unknown', ...reasons] },
    gmail: { ...strict.gmail, reasons: ['sender-lazy', ...reasons] },
    exim: { ...strict.exim, reasons: ['sender-skips-mta-sts', ...reasons] },
  };
}

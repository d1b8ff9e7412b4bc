import { describe, expect, it } from 'vitest';
import { RCODE } from '@/utils/dns/message';
import { readReportRecord } from '@/utils/tlsrpt/read-record';
import { answered, cname, failed, soa, txt } from '../../fixtures/dns-outcome';
import vectors from '../../vectors/tlsrpt-txt-set.json';

const OWNER = '_smtp._tls.example.com';
const GOOD = 'v=TLSRPTv1; rua=mailto:a@example.com';
const reading = (...texts: readonly string[]) =>
  readReportRecord('example.com', answered({ answers: texts.map((text) => txt(OWNER, text)) })).reading;

describe('readReportRecord', () => {
  it.each([
    [[GOOD], 'found', 'the only record'],
    [[GOOD, 'v=spf1 -all'], 'found', 'others are discarded'],
    [['v=TLSRPTv1 ; rua=mailto:a@example.com'], 'found', 'a blank before ";" where it is the only one'],
    [[GOOD, 'v=TLSRPTv1 ; rua=mailto:b@example.com'], 'found', 'but not beside a better one'],
    [[GOOD, GOOD], 'malformed', 'two'],
    [[GOOD, 'v=TLSRPTv1; bad'], 'malformed', 'a good and a bad one are two'],
    [['v=TLSRPTv1; bad'], 'malformed', 'a bad one'],
    [['v=TLSRPTv2; rua=mailto:a@example.com'], 'absent', 'another version'],
    [[], 'absent', 'nothing'],
  ])('%j: %s (%s)', (texts, kind) => {
    expect(reading(...texts).kind).toBe(kind);
  });

  it.each(vectors)('agrees with $source: $input', ({ input, expected }) => {
    const none = reading(...input).kind !== 'found';
    expect(none).toBe(expected !== 'found');
  });

  it('joins the strings of a record, and follows aliases', () => {
    const answers = [
      cname(OWNER, 'reports.example.net', 60),
      txt('reports.example.net', 'v=TLSRPTv1; rua=mailto:', 'a@example.com'),
    ];
    expect(readReportRecord('example.com', answered({ answers }))).toEqual({
      reading: { kind: 'found', rua: ['mailto:a@example.com'] },
      ttl: 60,
    });
  });

  it('keeps "there is none" and "could not find out" apart', () => {
    const nothing = answered({ rcode: RCODE.NXDOMAIN, authorities: [soa('example.com')] });
    expect(readReportRecord('example.com', nothing)).toEqual({ reading: { kind: 'absent' }, ttl: 120 });
    expect(readReportRecord('example.com', failed('servfail')).reading).toMatchObject({
      kind: 'failed',
      failure: { code: 'servfail' },
    });
    const withheld = answered({ rcode: RCODE.NXDOMAIN });
    expect(readReportRecord('example.com', withheld).reading.kind).toBe('failed');
  });

  it('fails on what is no domain, and on aliases in a circle', () => {
    expect(readReportRecord('a..b', answered({})).reading.kind).toBe('failed');
    const circle = answered({ answers: [cname(OWNER, OWNER)] });
    expect(readReportRecord('example.com', circle).reading.kind).toBe('failed');
  });
});

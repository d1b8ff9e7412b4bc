import { describe, expect, it } from 'vitest';
import { RCODE } from '@/utils/dns/message';
import { readRecord } from '@/utils/mta-sts/read-record';
import type { RecordReading } from '@/utils/mta-sts/record';
import type { AnswerParts } from '../../fixtures/dns-outcome';
import { answered, cname, failed, soa, txt } from '../../fixtures/dns-outcome';
import vectors from '../../vectors/sts-txt-set.json';

const D = 'd.example';
const OWNER = `_mta-sts.${D}`;

/** Reads TXT records, each given as its character-strings. */
function read(...records: readonly (readonly string[])[]): RecordReading {
  return readRecord(D, answered({ answers: records.map((strings) => txt(OWNER, ...strings)) })).reading;
}

const found = (id: string): RecordReading => ({ kind: 'found', id, lowConfidence: false });

describe('readRecord', () => {
  it.each<[readonly (readonly string[])[], RecordReading, string]>([
    [[['v=STSv1; id=1;']], found('1'), 'one record'],
    [[['v=STSv1; ', 'id=', '12']], found('12'), 'strings joined without blanks'],
    [[['v=spf1 -all'], ['v=STSv1; id=1']], found('1'), 'others are discarded'],
    [[['v=STSv10; id=2'], ['v=STSv1; id=1']], found('1'), 'another version is discarded'],
    [[['id=2; v=STSv1;'], ['v=STSv1; id=1']], found('1'), 'version not first: discarded'],
    [
      [['v=STSv1 ; id=2'], ['v=STSv1; id=1']],
      found('1'),
      'a blank before ";" is discarded beside a strict one',
    ],
    [
      [['v=STSv1 ; id=2']],
      { kind: 'found', id: '2', lowConfidence: true },
      'alone it is read (erratum 6285)',
    ],
    [[['v=STSv1 ; id=2'], ['x']], { kind: 'found', id: '2', lowConfidence: true }, 'alone of its kind'],
    [[['v=spf1 -all']], { kind: 'absent' }, 'other TXT only'],
    [[['']], { kind: 'absent' }, 'empty TXT'],
    [[['v=STSv1']], { kind: 'absent' }, 'does not begin with "v=STSv1;"'],
    [[[' v=STSv1; id=1']], { kind: 'absent' }, 'leading blank'],
    [[['V=STSv1; id=1']], { kind: 'absent' }, 'case'],
    [[['v=STSv1;', ' id=1'], ['v=STSv1; id=1']], malformed('several-records'), 'two, even if the same'],
    [[['v=STSv1; id=1'], ['v=STSv1; broken']], malformed('several-records'), 'a good and a bad one'],
    [[['v=STSv1 ; id=1'], ['v=STSv1\t; id=2']], malformed('several-records'), 'two with a blank'],
    [[['v=STSv1; id=1-2']], malformed('id-malformed'), 'id with a dash'],
    [[['v=STSv1; id=é']], malformed('id-malformed'), 'octets beyond ASCII'],
  ])('%j → %j: %s', (records, reading) => {
    expect(read(...records)).toEqual(reading);
  });

  function malformed(code: 'several-records' | 'id-malformed'): RecordReading {
    return { kind: 'malformed', fault: { code } };
  }

  it('tells "none" from "could not find out"', () => {
    const authorities = [soa(D)];
    expect(readRecord(D, answered({ authorities })).reading).toEqual({ kind: 'absent' });
    expect(readRecord(D, answered({ rcode: RCODE.NXDOMAIN, authorities })).reading).toEqual({
      kind: 'absent',
    });
    expect(readRecord(D, failed('servfail')).reading).toMatchObject({
      kind: 'failed',
      failure: { code: 'servfail' },
    });
    expect(readRecord(D, failed('timeout'))).toMatchObject({ authenticData: null, ttl: 0 });
  });

  it.each<[AnswerParts, string]>([
    [{ rcode: RCODE.NXDOMAIN }, 'NXDOMAIN without SOA'],
    [{ rcode: RCODE.NXDOMAIN, authorities: [soa(D)], extendedErrors: [{ code: 15, text: '' }] }, 'EDE 15'],
    [{ authorities: [soa(D)], extendedErrors: [{ code: 18, text: '' }] }, 'NODATA with EDE 18'],
  ])('a filtering resolver proves nothing: %#, %s', (parts) => {
    expect(readRecord(D, answered(parts)).reading).toMatchObject({
      kind: 'failed',
      failure: { code: 'refused' },
    });
  });

  it('takes a loop of aliases for a failure', () => {
    const answers = [cname(OWNER, 'a.example'), cname('a.example', OWNER)];
    expect(readRecord(D, answered({ answers })).reading).toMatchObject({ kind: 'failed' });
  });

  it("does not read the parent's record (RFC 8461 §3.4)", () => {
    const answers = [txt('_mta-sts.example', 'v=STSv1; id=1')];
    expect(readRecord(D, answered({ answers, authorities: [soa(D)] })).reading).toEqual({ kind: 'absent' });
  });

  it('passes on AD bit and TTL', () => {
    const outcome = answered({ answers: [txt(OWNER, 'v=STSv1; id=1')], authenticData: true });
    expect(readRecord(D, outcome)).toMatchObject({ authenticData: true, ttl: 300 });
    expect(readRecord(D, answered({ authorities: [soa(D, 600, 120)] })).ttl).toBe(120);
  });
});

describe('vectors sts_txt_set', () => {
  /** "none" of the vectors is told apart here: there is no record, or none that can be used. */
  const statuses: Readonly<Record<RecordReading['kind'], string>> = {
    found: 'found',
    absent: 'none',
    malformed: 'none',
    failed: 'temperror',
  };

  function outcomeOf(input: (typeof vectors)[number]['input']): ReturnType<typeof answered> {
    if (Array.isArray(input)) return answered({ answers: input.map((text) => txt(OWNER, text)) });
    if ('dns' in input && input.dns === 'SERVFAIL') return failed('servfail');
    if ('dns' in input) return answered({ rcode: RCODE.NXDOMAIN, authorities: [soa(D)] });
    const chain = [OWNER, ...input.cname];
    const aliases = chain.slice(1).map((target, index) => cname(chain[index]!, target));
    const texts = input.txt.map((text) => txt(chain.at(-1)!, text));
    return answered({ answers: [...aliases, ...texts] });
  }

  it.each(vectors)('$input → $expected ($source)', ({ input, expected }) => {
    const { reading } = readRecord(D, outcomeOf(input));
    expect(statuses[reading.kind]).toBe(expected.status);
    if (reading.kind === 'found') expect(reading.id).toBe(expected.id);
  });
});

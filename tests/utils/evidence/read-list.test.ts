import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isListTooOld, listAgeFault } from '@/utils/evidence/list-age';
import { readList } from '@/utils/evidence/read-list';
import { schemaFaults, type Schema } from '../../cli/schema-faults';
import { DAY, enough, listOf, NOW, unclear, without, withTls } from './sample-looks';

const SCHEMA = JSON.parse(readFileSync('docs/evidence-list.schema.json', 'utf8')) as Schema;
const GOOD = listOf({
  'mx1.example': [...enough(), unclear(2, 'greylisted', { banner: null })],
  'mx2.example': [
    withTls(1, { tlsa: { outcome: 'match', records: [`3 1 1 ${'ab'.repeat(32)}`] } }),
    withTls(2, { outcome: 'failed', version: null, certificate: null, notAfter: null, saidEhlo: false }),
    without(1, { address: '2001:db8::25', family: 6 }),
  ],
});

/** The good list with one value changed. */
function changed(change: (list: Record<string, object>) => void): unknown {
  const copy = JSON.parse(JSON.stringify(GOOD)) as Record<string, object>;
  change(copy);
  return copy;
}

const look = (list: unknown): Record<string, unknown> =>
  (list as { hosts: Record<string, Record<string, unknown>[]> }).hosts['mx1.example']?.[0] ?? {};
const set = (more: object) => (list: unknown) => void Object.assign(look(list), more);

describe('a good list', () => {
  it('is read, and fits the schema', () => {
    expect(readList(JSON.parse(JSON.stringify(GOOD)))).toEqual({ ok: true, list: GOOD });
    expect(schemaFaults(JSON.parse(JSON.stringify(GOOD)), SCHEMA)).toEqual([]);
  });
  it('may be empty', () => {
    expect(readList(listOf({})).ok).toBe(true);
  });
});

describe('a hostile list', () => {
  it.each<[string, string, unknown]>([
    ['no object', 'no-list', 'list'],
    ['null', 'no-list', null],
    ['another format', 'no-list', changed((list) => void Object.assign(list, { format: 'other' }))],
    ['a version to come', 'version', changed((list) => void Object.assign(list, { version: 2 }))],
    ['a member too many', 'no-list', changed((list) => void Object.assign(list, { more: 1 }))],
    ['no name', 'header', changed((list) => void Object.assign(list['header'] ?? {}, { name: '' }))],
    [
      'a header that steers terminals',
      'header',
      changed((list) => void Object.assign(list['header'] ?? {}, { maker: '\u001b[31m' })),
    ],
    [
      'an IPv4 address as host',
      'host',
      changed((list) => void Object.assign(list['hosts'] ?? {}, { '192.0.2.1': [] })),
    ],
    [
      'an IPv6 address as host',
      'host',
      changed((list) => void Object.assign(list['hosts'] ?? {}, { '2001:db8::1': [] })),
    ],
    ['upper case', 'host', changed((list) => void Object.assign(list['hosts'] ?? {}, { 'MX.example': [] }))],
    [
      'a final dot',
      'host',
      changed((list) => void Object.assign(list['hosts'] ?? {}, { 'mx.example.': [] })),
    ],
    [
      '257 looks',
      'looks',
      changed(
        (list) => void Object.assign(list['hosts'] ?? {}, { 'mx.example': Array(257).fill(without(1)) }),
      ),
    ],
    ['no address', 'looks', changed(set({ address: 'localhost' }))],
    ['the other family', 'looks', changed(set({ family: 6 }))],
    ['a time that is no number', 'looks', changed(set({ at: '2026' }))],
    ['a negative time', 'looks', changed(set({ at: -1 }))],
    ['an unknown outcome', 'looks', changed(set({ startTls: 'maybe' }))],
    ['a reason beside certainty', 'looks', changed(set({ reason: 'greylisted' }))],
    ['uncertainty without reason', 'looks', changed(set({ startTls: 'inconclusive' }))],
    ['an offer without handshake', 'looks', changed(set({ startTls: 'offered' }))],
    ['markup for the eyes', 'looks', changed(set({ banner: '\u202egnp.exe' }))],
    ['a long banner', 'looks', changed(set({ banner: 'x'.repeat(201) }))],
    ['an unknown extension', 'looks', changed(set({ extensions: ['CHUNKING'] }))],
    ['a field too many', 'looks', changed(set({ extra: 1 }))],
    [
      'a signature of another kind',
      'signature-shape',
      { ...GOOD, signature: { algorithm: 'none', publicKey: '', value: '' } },
    ],
  ])('%s: %s', (_, code, value) => {
    const reading = readList(value);
    expect(reading.ok ? 'read' : reading.fault.code).toBe(code);
  });

  it('with too many hosts', () => {
    const hosts = Object.fromEntries(
      Array.from({ length: 500_001 }, (_, index) => [`h${index}.example`, []]),
    );
    expect(readList({ ...GOOD, hosts })).toMatchObject({ ok: false, fault: { code: 'too-many-hosts' } });
  });

  it('with a prototype as host does no harm', () => {
    const value: unknown = JSON.parse(JSON.stringify(GOOD).replace('"mx1.example"', '"__proto__"'));
    expect(readList(value).ok).toBe(true);
    expect(({} as Record<string, unknown>)['0']).toBeUndefined();
  });
});

describe('the age of a list', () => {
  const made = (daysAgo: number) => ({ madeAt: NOW - daysAgo * DAY });
  it.each([
    ['newer', made(0), made(1), null],
    ['the same again', made(1), made(1), null],
    ['the first', made(1), null, null],
    ['an older one played back', made(2), made(1), 'older-than-held'],
    ['an hour ahead of our clock', made(-1 / 24), null, null],
    ['two days ahead of our clock', made(-2), null, 'from-the-future'],
    ['a quarter of a year old', made(91), null, 'too-old'],
  ])('%s', (_, next, held, fault) => {
    expect(listAgeFault(next, held, NOW)).toBe(fault);
  });
  it('one that was kept too long is worth nothing', () => {
    expect([isListTooOld(made(90), NOW), isListTooOld(made(91), NOW)]).toEqual([false, true]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reason } from '@/utils/verdict/reason';
import { jsonOutput } from '../../cli/json-output';
import { judgement } from './sample-judgements';
import { schemaFaults, type Schema } from './schema-faults';

const schema = JSON.parse(
  readFileSync(new URL('../../docs/check-output.schema.json', import.meta.url), 'utf8'),
) as Schema;

const literal = judgement('x@[192.0.2.1]', {
  level: 'opportunistic',
  mechanism: null,
  reasons: [reason('address-literal', { literal: '192.0.2.1' })],
  hosts: [],
  mtaSts: { status: 'absent', id: null, mx: [], maxAge: null, expiresAt: null },
  dnssec: { mx: 'unknown', by: null },
  sender: 'unknown',
  resolver: null,
});

describe('jsonOutput', () => {
  it('writes exactly what design and schema say, in that order', () => {
    expect(JSON.parse(jsonOutput([judgement('Jane <jane@bücher.test>')]))).toEqual({
      version: 1,
      results: [
        {
          address: 'Jane <jane@bücher.test>',
          domain: 'xn--bcher-kva.test',
          unicode: 'bücher.test',
          level: 'enforced',
          conditional: false,
          mechanism: 'mta-sts',
          reasons: [{ code: 'sts-enforce', params: { id: '1', until: '2026-11-25T12:00:00.000Z' } }],
          hosts: [
            {
              name: 'mx.d.test',
              preference: 10,
              level: 'enforced',
              skipped: false,
              reasons: [{ code: 'sts-enforce', params: { id: '1', until: '2026-11-25T12:00:00.000Z' } }],
            },
          ],
          mtaSts: { status: 'enforce', id: '1', mx: ['mx.d.test'], maxAge: 86_400 },
          dnssec: { mx: 'insecure', by: 'resolver' },
          tlsRpt: null,
          sender: null,
          checkedAt: '2026-11-24T12:00:00.000Z',
          validUntil: '2026-11-24T12:05:00.000Z',
        },
      ],
    });
  });

  it('has the keys in the order of the schema', () => {
    const output = JSON.parse(jsonOutput([judgement('d.test')])) as { results: Record<string, unknown>[] };
    const keys = Object.keys(schema.$defs?.['result']?.properties ?? {});
    expect(Object.keys(output.results[0] ?? {})).toEqual(keys);
    expect(keys).toEqual(schema.$defs?.['result']?.required);
  });

  it('keeps the order of the command line and ends in a line feed', () => {
    const text = jsonOutput([
      judgement('b.test'),
      judgement('a.test', { level: 'blocked' }),
      judgement('b.test'),
    ]);
    const { results } = JSON.parse(text) as { results: { domain: string }[] };
    expect(results.map(({ domain }) => domain)).toEqual(['b.test', 'a.test', 'b.test']);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('fits the schema, for a domain and for an address literal', () => {
    expect(schemaFaults(JSON.parse(jsonOutput([judgement('d.test'), literal])), schema)).toEqual([]);
  });
});

describe('the schema', () => {
  const spoilt = (spoil: (result: Record<string, unknown>) => void): string[] => {
    const output = JSON.parse(jsonOutput([judgement('d.test')])) as { results: Record<string, unknown>[] };
    spoil(output.results[0]!);
    return schemaFaults(output, schema);
  };
  it.each<[string, (result: Record<string, unknown>) => void]>([
    ['a key is missing', (result) => delete result['sender']],
    ['a key is too much', (result) => (result['extra'] = 1)],
    ['an unknown level', (result) => (result['level'] = 'safe')],
    ['a time without zone', (result) => (result['checkedAt'] = '2026-11-24T12:00:00')],
    ['a time in milliseconds', (result) => (result['checkedAt'] = 0)],
    ['a preference out of range', (result) => (result['hosts'] = [{ preference: 70_000 }])],
    ['a reason in words', (result) => (result['reasons'] = ['It is safe.'])],
  ])('notices that %s', (_, spoil) => {
    expect(spoilt(spoil)).not.toEqual([]);
  });
});

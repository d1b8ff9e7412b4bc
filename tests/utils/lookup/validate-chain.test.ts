/** What the validator asks, for whom, and what it does when nobody answers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mx } from '../dns/build-message';
import { makeBench, summary } from '../dnssec/bench';
import { NOW, arrives, makeTree, type SignedTree } from '../dnssec/signed-tree';
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { QueryDns } from '@/utils/lookup/effects';
import { makeValidator } from '@/utils/lookup/validate-chain';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';

const never = new AbortController().signal;
const FAILED: DnsOutcome = { status: 'failed', failure: { code: 'timeout' }, resolver: 'x', at: NOW };

let tree: SignedTree;
beforeAll(async () => {
  tree = await makeTree([
    { name: '.' },
    { name: 'test' },
    { name: 'a.test', records: [mx('a.test', 10, 'mx.a.test')] },
    { name: 'b.test', records: [mx('b.test', 10, 'mx.b.test')] },
  ]);
});

describe('the validator', () => {
  it('asks for the zone of one look-up once, also when all its answers come at once', async () => {
    const bench = makeBench(tree);
    await Promise.all(
      ['MX a.test', 'A mx.a.test', 'AAAA mx.a.test', 'MX b.test'].map((one) => bench.validate(one)),
    );
    expect([...bench.asked].sort()).toEqual([
      'DNSKEY .',
      'DNSKEY a.test',
      'DNSKEY b.test',
      'DNSKEY test',
      'DS a.test',
      'DS b.test',
      'DS test',
    ]);
  });

  it('shares zones with other validators by their cache', async () => {
    const zoneKeys = makeZoneKeyCache({ now: () => NOW });
    await makeBench(tree, { zoneKeys }).validate('MX a.test');
    const other = makeBench(tree, { zoneKeys });
    expect(summary(await other.validate('MX b.test'))).toBe('secure: signed');
    expect([...other.asked].sort()).toEqual(['DNSKEY b.test', 'DS b.test']);
  });

  it('asks for the keys of a signed zone and of its TLD at once', async () => {
    const waiting: string[] = [];
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const query = async (name: string, type: RrTypeName): Promise<DnsOutcome> => {
      waiting.push(`${type} ${name}`);
      await gate;
      return arrives(await tree.answer(name, type));
    };
    const zoneKeys = makeZoneKeyCache({ now: () => NOW });
    const options = { query, anchors: tree.anchors, crypto: crypto.subtle, now: () => NOW, zoneKeys };
    const outcome = arrives(await tree.answer('a.test', 'MX'));
    const verdict = makeValidator(options).validate({ name: 'a.test', type: 'MX' }, outcome, never);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(waiting).toHaveLength(5);
    release();
    expect((await verdict).security).toBe('secure');
  });

  it('wants to see also what the resolver holds for bogus', async () => {
    const options: unknown[] = [];
    const query: QueryDns = async (name, type, _signal, how) => {
      options.push(how);
      return arrives(await tree.answer(name, type));
    };
    const zoneKeys = makeZoneKeyCache({ now: () => NOW });
    const common = { anchors: tree.anchors, crypto: crypto.subtle, now: () => NOW, zoneKeys };
    const outcome = arrives(await tree.answer('a.test', 'MX'));
    await makeValidator({ ...common, query }).validate({ name: 'a.test', type: 'MX' }, outcome, never);
    expect(options).toEqual(Array(5).fill({ checkingDisabled: true }));
  });

  it('has no opinion on a failed answer and on what is no name', async () => {
    const { validator } = makeBench(tree);
    const failed = await validator.validate({ name: 'a.test', type: 'MX' }, FAILED, never);
    expect(failed).toEqual({
      security: 'indeterminate',
      chain: [{ zone: 'a.test', result: 'indeterminate', because: 'no-answer' }],
      ttl: 0,
    });
    const nameless = await validator.validate({ name: 'a..test', type: 'MX' }, FAILED, never);
    expect(nameless.security).toBe('indeterminate');
  });

  it.each([
    [4_999, 'indeterminate: no-answer', 'not asked again at once'],
    [5_000, 'secure: signed', 'asked again after five seconds'],
  ])('a chain without an answer, %i ms later: %s (%s)', async (later, expected) => {
    let now = NOW;
    let dead = true;
    const bench = makeBench(tree, {
      now: () => now,
      tamper: (asked, message) => (dead && asked === 'DNSKEY a.test' ? null : message),
    });
    expect(summary(await bench.validate('MX a.test'))).toBe('indeterminate: no-answer');
    dead = false;
    now += later;
    expect(summary(await bench.validate('MX a.test'))).toBe(expected);
  });

  it('somebody else who ran out of time takes nobody along', async () => {
    const hurried = new AbortController();
    let asked = 0;
    const query = async (name: string, type: RrTypeName, signal: AbortSignal): Promise<DnsOutcome> => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return signal.aborted ? FAILED : arrives(await tree.answer(name, type));
    };
    const zoneKeys = makeZoneKeyCache({ now: () => NOW });
    const options = { query, anchors: tree.anchors, crypto: crypto.subtle, now: () => NOW, zoneKeys };
    const { validate } = makeValidator(options);
    const outcome = arrives(await tree.answer('a.test', 'MX'));
    const question = { name: 'a.test', type: 'MX' } as const;
    const first = validate(question, outcome, hurried.signal);
    const second = validate(question, outcome, never);
    hurried.abort();
    expect((await first).security).toBe('indeterminate');
    expect((await second).security).toBe('secure');
    expect(asked).toBeGreaterThan(5);
  });
});

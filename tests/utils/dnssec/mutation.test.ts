/** Whatever becomes of an answer on its way: it is secure only if it says what the zone says. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  cname,
  concat,
  dnsName,
  mx,
  wireName,
  type BuiltMessage,
  type BuiltRecord,
} from '../dns/build-message';
import { mutated, mutation } from './mutation';
import { rememberingSubtle } from './remembering-subtle';
import { NOW, arrives, makeTree, received, type SignedTree } from './signed-tree';
import { readAnswer } from '@/utils/dns/answer';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { Security } from '@/utils/dnssec/security';
import { makeValidator } from '@/utils/lookup/validate-chain';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';

const SEED = 20261124;
const ANSWER_RUNS = 16_000;
const CHAIN_RUNS = 6_000;

const a = (name: string, last = 1): BuiltRecord => ({
  name,
  type: 'A',
  rdata: Uint8Array.of(192, 0, 2, last),
});
const tlsa = (host: string): BuiltRecord => ({
  name: `_25._tcp.${host}`,
  type: 'TLSA',
  rdata: concat([3, 1, 1], new Uint8Array(32).fill(7)),
});
const contents = (zone: string): BuiltRecord[] => [
  mx(zone, 10, `mx.${zone}`),
  mx(zone, 20, `backup.${zone}`),
  a(`mx.${zone}`),
  tlsa(`mx.${zone}`),
  a(`backup.${zone}`, 2),
  a(`*.wild.${zone}`, 3),
  a(`own.wild.${zone}`, 4),
  a(`deep.hole.wild.${zone}`, 5),
  cname(`alias.${zone}`, `mx.${zone}`),
  cname(`away.${zone}`, 'mx.unsigned.test'),
  { name: `renamed.${zone}`, type: 'DNAME', rdata: wireName('nsec.test') },
];
const zones = ['nsec.test', 'nsec3.test', 'optout.test'];
const QUESTIONS = zones.flatMap((zone) => [
  ...[`MX ${zone}`, `TXT ${zone}`, `A mx.${zone}`, `AAAA mx.${zone}`, `TLSA _25._tcp.mx.${zone}`],
  ...[`TLSA _25._tcp.backup.${zone}`, `A nothing.${zone}`, `A some.wild.${zone}`, `TXT some.wild.${zone}`],
  ...[`A own.wild.${zone}`, `TXT hole.wild.${zone}`, `A x.hole.wild.${zone}`, `A alias.${zone}`],
  ...[`TXT alias.${zone}`, `A away.${zone}`, `MX unsigned.${zone}`, `MX child.${zone}`, `DS child.${zone}`],
]);

let tree: SignedTree;
let pool: readonly BuiltRecord[];
const honest = new Map<string, BuiltMessage>();
const truth = new Map<string, { security: Security; says: string }>();

beforeAll(async () => {
  tree = await makeTree([
    { name: '.' },
    { name: 'test' },
    { name: 'nsec.test', records: contents('nsec.test') },
    { name: 'nsec3.test', records: contents('nsec3.test'), denial: { kind: 'nsec3', iterations: 1 } },
    { name: 'optout.test', records: contents('optout.test'), denial: { kind: 'nsec3', optOut: true } },
    { name: 'unsigned.test', unsigned: true, records: [a('mx.unsigned.test')] },
    ...zones.flatMap((zone) => [
      { name: `unsigned.${zone}`, unsigned: true, records: [mx(`unsigned.${zone}`, 10, `mx.${zone}`)] },
      { name: `child.${zone}`, records: [mx(`child.${zone}`, 10, `mx.${zone}`)] },
    ]),
  ]);
  const chain = ['.', 'test', ...zones, ...zones.flatMap((zone) => [`child.${zone}`, `unsigned.${zone}`])];
  const all = [
    ...QUESTIONS,
    ...chain.flatMap((name) => [`DS ${name}`, `DNSKEY ${name}`]),
    'DS unsigned.test',
  ];
  for (const question of all) honest.set(question, await tree.answer(...askedFor(question)));
  pool = [...honest.values()].flatMap(({ answers = [], authorities = [] }) => [...answers, ...authorities]);
  const { validate } = judge(() => null);
  for (const question of QUESTIONS) {
    const outcome = arrives(honest.get(question)!);
    truth.set(question, { security: await validate(question, outcome), says: told(question, outcome) });
  }
}, 60_000);

function askedFor(question: string): [string, RrTypeName] {
  const [type = '', name = ''] = question.split(' ');
  return [name, type as RrTypeName];
}

const zoneKeys = makeZoneKeyCache({ now: () => NOW });
/** A validator; `change` gives another answer to a question of the chain, or null for the honest one. */
function judge(change: (question: string) => DnsOutcome | null, cache = zoneKeys) {
  const query = (name: string, type: RrTypeName): Promise<DnsOutcome> => {
    const question = `${type} ${name}`;
    const message = honest.get(question);
    const changed = change(question);
    if (changed !== null) return Promise.resolve(changed);
    return message === undefined ? tree.answer(name, type).then(arrives) : Promise.resolve(arrives(message));
  };
  const validator = makeValidator({
    query,
    anchors: tree.anchors,
    crypto: rememberingSubtle,
    now: () => NOW,
    zoneKeys: cache,
  });
  return {
    validate: async (question: string, outcome: DnsOutcome): Promise<Security> => {
      const [name, type] = askedFor(question);
      const { security, ttl } = await validator.validate(
        { name, type },
        outcome,
        new AbortController().signal,
      );
      expect(ttl).toBeLessThanOrEqual(300);
      return security;
    },
  };
}

/** What a reader takes from the answer. */
function told(question: string, outcome: DnsOutcome): string {
  if (outcome.status === 'failed') return 'nothing';
  const [name, type] = askedFor(question);
  const { kind, records, expanded } = readAnswer(outcome.message, dnsName(name), RR_TYPE[type]);
  const data = new Set(records.map((record) => JSON.stringify(record.data)));
  return JSON.stringify([kind, expanded, [...data].sort()]).toLowerCase();
}

/** True answers may come out weaker, never stronger; what is secure says what the zone says. */
function check(question: string, security: Security, outcome: DnsOutcome): void {
  const { security: real, says } = truth.get(question)!;
  if (security === 'secure')
    expect([question, real, told(question, outcome)]).toEqual([question, 'secure', says]);
  // Nor does a signed answer ever pass for an unsigned one.
  if (security === 'insecure') expect([question, real]).toEqual([question, 'insecure']);
}

describe('mutations', () => {
  it('the honest answers are what they should be', () => {
    const states = [...truth.values()].map(({ security }) => security);
    expect(states.filter((state) => state === 'secure').length).toBeGreaterThan(35);
    expect(states.filter((state) => state === 'insecure').length).toBeGreaterThan(5);
    expect(states).not.toContain('bogus');
  });

  it(`of the answer, ${ANSWER_RUNS} times`, async () => {
    const seen = { secure: 0, insecure: 0, bogus: 0, indeterminate: 0 };
    const property = fc.asyncProperty(fc.constantFrom(...QUESTIONS), mutation, async (question, change) => {
      const outcome = received(mutated(honest.get(question)!, change, pool));
      const security = await judge(() => null).validate(question, outcome);
      seen[security] += 1;
      check(question, security, outcome);
    });
    await fc.assert(property, { seed: SEED, numRuns: ANSWER_RUNS });
    // The mutations bite, and some do no harm.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
  }, 300_000);

  it(`of one answer on the chain, ${CHAIN_RUNS} times`, async () => {
    const seen = { secure: 0, insecure: 0, bogus: 0, indeterminate: 0 };
    const links = ['DNSKEY .', 'DS test', 'DNSKEY test', 'DS ZONE', 'DNSKEY ZONE', 'DS BELOW'];
    const property = fc.asyncProperty(
      fc.constantFrom(...QUESTIONS),
      fc.constantFrom(...links),
      mutation,
      async (question, link, change) => {
        const zone = zones.find((one) => question.endsWith(one))!;
        const below = question.includes('unsigned') ? `unsigned.${zone}` : `child.${zone}`;
        const changed = link.replace('ZONE', zone).replace('BELOW', below);
        const forged = received(mutated(honest.get(changed)!, change, pool));
        const outcome = arrives(honest.get(question)!);
        const lying = judge(
          (asked) => (asked === changed ? forged : null),
          makeZoneKeyCache({ now: () => NOW }),
        );
        const security = await lying.validate(question, outcome);
        seen[security] += 1;
        check(question, security, outcome);
      },
    );
    await fc.assert(property, { seed: SEED, numRuns: CHAIN_RUNS });
    expect(Math.min(seen.secure, seen.bogus, seen.indeterminate)).toBeGreaterThan(100);
  }, 300_000);
});

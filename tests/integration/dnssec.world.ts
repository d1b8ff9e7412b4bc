/** Our validator, unbound and delv on every question about a tree of real signed zones. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDnssecWorld, type DnssecWorld } from '../world/dnssec-world';
import VECTORS from '../vectors/dnssec.json';
import { DNSSEC_QUESTIONS } from '../world/dnssec-zones';
import { openBench, questionOf, type DnssecBench } from './dnssec-bench';
import { delvSays, unboundSays } from './dnssec-oracles';
import type { Security, Validation } from '@/utils/dnssec/security';

interface Opinions {
  readonly ours: Validation;
  readonly unbound: Security;
  readonly delv: Security;
  /** Even with CD the resolver had no answer. */
  readonly unanswered: boolean;
}

let world: DnssecWorld;
let bench: DnssecBench;
const opinions = new Map<string, Opinions>();

beforeAll(async () => {
  world = await startDnssecWorld();
  bench = await openBench(world);
  const left = [...DNSSEC_QUESTIONS];
  const work = async (): Promise<void> => {
    for (let question = left.shift(); question !== undefined; question = left.shift()) {
      opinions.set(question, await opinionsOn(question));
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
}, 400_000);

afterAll(async () => {
  await bench.close();
  await world.stop();
});

async function opinionsOn(question: string): Promise<Opinions> {
  const { name, type } = questionOf(question);
  const outcome = await bench.ask(question, true);
  return {
    ours: await bench.validate(question, outcome),
    unbound: unboundSays(await bench.ask(question, false)),
    delv: await delvSays(world.resolver.plainPort, world.delvAnchorFile, name, type),
    unanswered: outcome.status === 'failed',
  };
}

function on(question: string): Opinions {
  const found = opinions.get(question);
  if (found === undefined) throw new Error(`nobody asked ${question}`);
  return found;
}

const reasonOf = ({ chain }: Validation): string | undefined => chain.at(-1)?.because;

/** What we should say if unbound is right. */
function byUnbound(question: string, { unbound, unanswered }: Opinions): Security {
  // No browser knows Ed448; what cannot be checked counts as unsigned (RFC 4035 §5.2).
  if (question.endsWith('ed448.test') && unbound === 'secure' && !question.startsWith('DS ed448')) {
    return 'insecure';
  }
  // unbound throws away an answer of a signed zone that has no signature at all, even with CD.
  return unanswered && unbound === 'bogus' ? 'indeterminate' : unbound;
}

/** The same for delv, where it takes a position of its own. */
function byDelv(question: string, all: Opinions): Security {
  const reason = reasonOf(all.ours);
  // delv goes on up to 150 iterations (RFC 9276 §3.2 leaves the limit open), and validates an absence in an
  // opt-out range, of which RFC 5155 §9.2 says that AD must not be set.
  if (reason === 'too-many-iterations' || reason === 'opt-out') return 'insecure';
  return byUnbound(question, { ...all, unbound: all.delv });
}

describe('every question about the tree', () => {
  it.each(DNSSEC_QUESTIONS)('%s', (question) => {
    const all = on(question);
    expect({ unbound: all.ours.security, delv: all.ours.security }).toEqual({
      unbound: byUnbound(question, all),
      delv: byDelv(question, all),
    });
  });

  it('meets all four states', () => {
    const states = new Set([...opinions.values()].map(({ ours }) => ours.security));
    expect([...states].sort()).toEqual(['bogus', 'indeterminate', 'insecure', 'secure']);
  });
});

/** Asked of the zones of this tree that are alike: its names are other ones, and not every zone has all traits at once. */
describe('vectors of a laboratory', () => {
  const cases = VECTORS.flatMap(({ input, expected, askedHere, expectedHere }) =>
    askedHere.map((question) => [question, expectedHere ?? expected, input] as const),
  );
  it.each(cases)('%s: %s (%s)', (question, expected) => {
    const { ours } = on(question);
    const denial = reasonOf(ours) === 'denied' ? ' denial' : '';
    expect(`${ours.security}${denial}`).toBe(expected);
  });
});

describe('the reason of a state', () => {
  it.each([
    ['MX p256.test', 'secure', 'signed'],
    ['MX nothing.p256.test', 'secure', 'denied'],
    ['A some.wild.p256.test', 'secure', 'signed'],
    ['MX unsigned.test', 'insecure', 'unsigned-delegation'],
    ['MX island.test', 'insecure', 'unsigned-delegation'],
    ['MX plain.optout.test', 'insecure', 'opt-out'],
    ['MX unknown-algorithm.test', 'insecure', 'unsupported-algorithm'],
    ['MX unknown-digest.test', 'insecure', 'unsupported-algorithm'],
    ['MX nothing.nsec3-heavy.test', 'insecure', 'too-many-iterations'],
    ['MX expired.test', 'bogus', 'expired'],
    ['MX early.test', 'bogus', 'not-yet-valid'],
    ['MX wrong-ds.test', 'bogus', 'no-matching-key'],
    ['MX other-algorithm.test', 'bogus', 'no-matching-key'],
    ['MX no-keys.test', 'bogus', 'no-matching-key'],
    ['MX no-key-signature.test', 'bogus', 'missing-signature'],
    ['TXT some.wild.no-txt-signature.test', 'bogus', 'missing-signature'],
    ['MX forged.test', 'bogus', 'bad-signature'],
    ['TXT no-proof.test', 'bogus', 'no-proof'],
    ['MX no-mx-signature.test', 'indeterminate', 'no-answer'],
    ['MX forged.aliases.test', 'bogus', 'bad-signature'],
    ['A unsigned.aliases.test', 'insecure', 'unsigned-delegation'],
  ])('%s is %s: %s', (question, security, because) => {
    const { ours } = on(question);
    expect([ours.security, reasonOf(ours)]).toEqual([security, because]);
  });
});

describe('what the validator asks', () => {
  const askedFor = async (question: string): Promise<string[]> => {
    const outcome = await bench.ask(question, true);
    const before = bench.asked.length;
    await bench.validate(question, outcome);
    return bench.asked.slice(before).sort();
  };

  it('five questions for a signed domain when nothing is known', async () => {
    bench.forgetZones();
    const chain = ['DNSKEY .', 'DNSKEY p256.test', 'DNSKEY test', 'DS p256.test', 'DS test'];
    expect(await askedFor('MX p256.test')).toEqual(chain);
  });

  it('none for the same domain again, two for the next one', async () => {
    expect(await askedFor('TLSA _25._tcp.mx.p256.test')).toEqual([]);
    expect(await askedFor('TXT nothing.p256.test')).toEqual([]);
    expect(await askedFor('MX p384.test')).toEqual(['DNSKEY p384.test', 'DS p384.test']);
  });

  it('one for an unsigned domain, none for its hosts', async () => {
    expect(await askedFor('MX unsigned.test')).toEqual(['DS unsigned.test']);
    expect(await askedFor('A mx.unsigned.test')).toEqual([]);
    expect(await askedFor('TLSA _25._tcp.mx.unsigned.test')).toEqual([]);
  });

  it('everything once, whoever asks at the same time', async () => {
    const questions = [
      'MX nsec3.test',
      'A mx.nsec3.test',
      'AAAA mx.nsec3.test',
      'TLSA _25._tcp.mx.nsec3.test',
    ];
    const outcomes = await Promise.all(questions.map((question) => bench.ask(question, true)));
    bench.forgetZones();
    const before = bench.asked.length;
    await Promise.all(questions.map((question, at) => bench.validate(question, outcomes[at]!)));
    const asked = bench.asked.slice(before);
    expect(asked).toHaveLength(5);
    expect(new Set(asked).size).toBe(5);
  });
});

/** What a look-up asks for the sake of DANE, what it validates, and what a resolver that lies gets out of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Security } from '@/utils/dnssec/security';
import { makeLookUp } from '@/utils/lookup/look-up';
import { decide } from '@/utils/verdict/decide';
import type { Verdict } from '@/utils/verdict/verdict';
import type { Zone } from './dane-zone';
import { MATCHING, SIGNED_A, SIGNED_MX, gather, records } from './dane-zone';
import type { Answer } from './fake-internet';
import { START, makeInternet } from './fake-internet';

const TLSA = 'TLSA _25._tcp.host.example';
const USABLE = records(`3 1 1 ${MATCHING}`);
const PROTECTED: Zone = { ...SIGNED_MX, 'A host.example': SIGNED_A, [TLSA]: USABLE };

async function judge(zone: Zone): Promise<Verdict> {
  return decide((await gather(zone)).found, { kind: 'checking' }, START);
}

const notation = ({ level, conditional }: Verdict): string => (conditional ? `(${level})` : level);

describe('questions', () => {
  const asked = async (zone: Zone): Promise<string[]> => (await gather(zone)).internet.questions;

  it('three for an unsigned domain with one host and no policy', async () => {
    const zone = {
      'MX a.example': { records: ['10 host.example'] },
      'A host.example': { records: ['192.0.2.1'] },
    };
    expect(await asked(zone)).toEqual(['MX a.example', 'TXT _mta-sts.a.example', 'A host.example']);
  });

  it('one more for each signed host; those of the chain are asked by the validator', async () => {
    const zone = {
      'MX a.example': { records: ['10 host.example', '20 other.example'], authentic: true },
      'A host.example': SIGNED_A,
      'A other.example': SIGNED_A,
      [TLSA]: USABLE,
      'TLSA _25._tcp.other.example': USABLE,
    };
    const { internet } = await gather(zone);
    expect(internet.questions).toHaveLength(6);
    expect(internet.validations.sort()).toEqual(
      [...Object.keys(zone)].filter((key) => !key.startsWith('TXT')).sort(),
    );
  });

  it('for an alias at its end first, then at its beginning (RFC 7672 §2.2.3)', async () => {
    const zone = { ...PROTECTED, 'A host.example': { ...SIGNED_A, alias: 'real.example' } };
    const questions = await asked(zone);
    expect(questions.slice(-2)).toEqual(['TLSA _25._tcp.real.example', TLSA]);
  });

  it('nothing is validated where there is nothing it could raise', async () => {
    const { internet } = await gather({ ...PROTECTED, [TLSA]: { authentic: true } });
    expect(internet.validations).toEqual([]);
  });

  it('all in steps: MX, addresses, TLSA records', async () => {
    const slow = Object.fromEntries(
      Object.entries(PROTECTED).map(([key, answer]) => [key, { ...answer, delay: 100 }]),
    );
    const { internet } = await gather(slow);
    expect(internet.clock.now() - START).toBe(300);
  });
});

describe('a failing TLSA look-up', () => {
  const FAILING: Zone = { ...PROTECTED, [TLSA]: { fails: { code: 'servfail' } } };

  it('is remembered from look-up to look-up', async () => {
    const internet = makeInternet(FAILING);
    const first = await internet.clock.runUntil(
      makeLookUp(internet.effects, { deadlineMs: 5000 })('a.example'),
    );
    expect(decide(first, { kind: 'checking' }, START).level).toBe('unknown');
    const effects = { ...internet.effects, recallEvidence: () => Promise.resolve(first) };
    const again = async (at: number): Promise<string> => {
      internet.clock.jumpTo(at);
      const found = await internet.clock.runUntil(makeLookUp(effects, { deadlineMs: 5000 })('a.example'));
      return decide(found, { kind: 'checking' }, at).level;
    };
    expect(await again(START + 15 * 60_000 - 1)).toBe('unknown');
    expect(await again(START + 15 * 60_000)).toBe('blocked');
  });

  it('does not wait for a memory that fails', async () => {
    const internet = makeInternet(FAILING);
    const effects = { ...internet.effects, recallEvidence: () => Promise.reject(new Error('broken')) };
    const found = await internet.clock.runUntil(makeLookUp(effects, { deadlineMs: 5000 })('a.example'));
    expect(found.hosts[0]?.dane).toMatchObject({ kind: 'failed', since: START });
  });
});

describe('what was validated', () => {
  // prettier-ignore
  const CASES: readonly (readonly [zone: Zone, level: string, first: string, why: string])[] = [
    [PROTECTED,                                                         'enforced',      'dane-enforced',    'all of it'],
    [{ ...PROTECTED, [TLSA]: { ...USABLE, local: 'indeterminate' } },   '(expected)',    'dane-unconfirmed', 'not the TLSA records'],
    [{ ...PROTECTED, [TLSA]: { ...USABLE, local: 'bogus' } },           'unknown',       'host-unconfirmed', 'forged TLSA records'],
    [{ ...PROTECTED, [TLSA]: { ...USABLE, local: 'insecure' } },        'opportunistic', 'nothing-requires', 'no signed TLSA records after all'],
    [{ ...PROTECTED, [TLSA]: { ...USABLE, authentic: false, local: 'secure' } }, 'enforced', 'dane-enforced', 'by a resolver that does not validate'],
    [{ ...PROTECTED, 'A host.example': { ...SIGNED_A, local: 'insecure' } }, 'opportunistic', 'nothing-requires', 'an unsigned address after all'],
    [{ ...PROTECTED, 'A host.example': { ...SIGNED_A, local: 'bogus' } }, 'unknown',     'host-unconfirmed', 'a forged address'],
    [{ ...PROTECTED, 'MX a.example': { ...SIGNED_MX['MX a.example'], local: 'bogus' } }, 'unknown', 'mx-unconfirmed', 'a forged MX answer'],
    [{ ...PROTECTED, 'MX a.example': { ...SIGNED_MX['MX a.example'], local: 'insecure' } }, 'expected', 'redirectable', 'an unsigned MX answer after all'],
    [{ ...PROTECTED, 'MX a.example': { ...SIGNED_MX['MX a.example'], local: 'bogus', refused: true } }, 'blocked', 'mx-bogus', 'refused by the resolver, too'],
    [{ ...PROTECTED, 'MX a.example': { ...SIGNED_MX['MX a.example'], local: 'secure', refused: true } }, 'enforced', 'dane-enforced', 'refused by the resolver, wrongly'],
    [{ ...PROTECTED, [TLSA]: { ...USABLE, local: 'bogus', refused: true } }, 'blocked',  'host-bogus',       'TLSA records refused by both'],
    [{ ...PROTECTED, 'MX a.example': { exists: true, authentic: true }, 'A a.example': SIGNED_A, 'TLSA _25._tcp.a.example': USABLE }, 'enforced', 'dane-enforced', 'no MX, proven'],
    [{ ...PROTECTED, 'MX a.example': { exists: true, authentic: true, local: 'bogus' }, 'A a.example': SIGNED_A, 'TLSA _25._tcp.a.example': USABLE }, 'unknown', 'mx-unconfirmed', 'no MX, the resolver says; there is one'],
  ];

  it.each(CASES)('%j: %s, %s (%s)', async (...[zone, level, first]) => {
    const verdict = await judge(zone);
    expect([notation(verdict), verdict.reasons[0]?.code]).toEqual([level, first]);
  });

  it('a second host said to have no address must be proven to have none', async () => {
    const two = {
      ...PROTECTED,
      'MX a.example': { records: ['10 host.example', '10 gone.example'], authentic: true },
    };
    const gone = (answer: Answer): Zone => ({
      ...two,
      'A gone.example': answer,
      'AAAA gone.example': answer,
    });
    expect(notation(await judge(gone({ authentic: true })))).toBe('enforced');
    expect(notation(await judge(gone({})))).toBe('(expected)');
    expect(notation(await judge(gone({ authentic: true, local: 'bogus' })))).toBe('unknown');
  });
});

describe('a resolver that lies', () => {
  const STATES: readonly Security[] = ['secure', 'insecure', 'bogus', 'indeterminate'];

  it('gets no "enforced" out of us by its AD bit, whatever it forges', async () => {
    const anyAnswer = fc.record({ authentic: fc.boolean(), local: fc.constantFrom(...STATES) });
    await fc.assert(
      fc.asyncProperty(anyAnswer, anyAnswer, anyAnswer, async (mx, address, tlsa) => {
        const verdict = await judge({
          'MX a.example': { ...SIGNED_MX['MX a.example'], ...mx },
          'A host.example': { ...SIGNED_A, ...address },
          [TLSA]: { ...USABLE, ...tlsa },
        });
        const proven = [mx, address, tlsa].every(({ local }) => local === 'secure');
        expect(verdict.level === 'enforced').toBe(proven);
      }),
      { numRuns: 300 },
    );
  });

  it('gets none by hiding what it does not like', async () => {
    const weak: Zone = {
      ...PROTECTED,
      'MX a.example': { records: ['10 host.example', '10 weak.example'], authentic: true },
      'A weak.example': SIGNED_A,
    };
    const hidden = fc.record({
      authentic: fc.boolean(),
      exists: fc.boolean(),
      local: fc.constantFrom('bogus', 'indeterminate'),
    });
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(weak)), hidden, async (keys, answer) => {
        const lies = Object.fromEntries([...keys, 'AAAA weak.example'].map((key) => [key, answer]));
        expect((await judge({ ...weak, ...lies })).level).not.toBe('enforced');
      }),
      { numRuns: 300 },
    );
  });
});

/** The address of a host out of A and AAAA, and what is asked for. */
import { describe, expect, it } from 'vitest';
import { startDeadline } from '@/utils/lookup/deadline';
import type { GatheredAddress } from '@/utils/lookup/gather-address';
import { confirmAddress, gatherAddress } from '@/utils/lookup/gather-address';
import type { Answer, FakeInternet } from './fake-internet';
import { START, makeInternet } from './fake-internet';

const HOST = 'mx.example';

interface Gathered {
  readonly internet: FakeInternet;
  readonly address: GatheredAddress;
}

async function gather(a: Answer, aaaa: Answer, confirmed = false): Promise<Gathered> {
  const internet = makeInternet({ [`A ${HOST}`]: a, [`AAAA ${HOST}`]: aaaa });
  const { effects, clock } = internet;
  const deadline = startDeadline(effects.after, 5000);
  const said = await clock.runUntil(gatherAddress(effects, deadline, HOST));
  const address = confirmed ? await clock.runUntil(confirmAddress(effects, deadline, said)) : said;
  deadline.close();
  return { internet, address };
}

const V4 = { records: ['192.0.2.1'], authentic: true };
const V6 = { records: ['2001:db8::1'], authentic: true };
const NONE = { exists: true, authentic: true };
const GONE = { authentic: true };
const FAILED = { fails: { code: 'network' } } as const;
const FILTERED = { withoutSoa: true };
const BOGUS = { ...V4, local: 'bogus', refused: true } as const;

// prettier-ignore
const CASES: readonly (readonly [a: Answer, aaaa: Answer, kind: string, asked: string, why: string])[] = [
  [V4,       V6,     'found',  'A',      'one family is enough'],
  [V4,       FAILED, 'found',  'A',      'the other is not even asked for'],
  [NONE,     V6,     'found',  'A AAAA', 'the other is enough too'],
  [FAILED,   V6,     'found',  'A AAAA', 'also after a failure'],
  [NONE,     NONE,   'none',   'A AAAA', 'both say so'],
  [GONE,     GONE,   'none',   'A AAAA', 'the name does not exist'],
  [NONE,     FAILED, 'failed', 'A AAAA', 'the other side is not known'],
  [FAILED,   FAILED, 'failed', 'A AAAA', 'nothing is known'],
  [FILTERED, NONE,   'failed', 'A AAAA', 'the resolver made "does not exist" up (NXDOMAIN without SOA)'],
  [BOGUS,    V6,     'bogus',  'A CD A', 'refused by the resolver and by us (RFC 7672 §2.1.2)'],
  [NONE,     { ...BOGUS }, 'bogus', 'A AAAA CD AAAA', 'the other side as well'],
];

describe('gatherAddress', () => {
  it.each(CASES)('A %j, AAAA %j: %s, asking %s (%s)', async (...[a, aaaa, kind, asked]) => {
    const { internet, address } = await gather(a, aaaa);
    expect(address.evidence.kind).toBe(kind);
    expect(internet.questions.map((question) => question.replace(` ${HOST}`, '')).join(' ')).toBe(asked);
  });

  it('holds as long as the shorter-lived answer it rests on', async () => {
    expect((await gather({ ...V4, ttl: 900 }, {})).address.until).toBe(START + 900_000);
    const both = await gather({ exists: true, ttl: 60 }, { ...V6, ttl: 900 });
    expect(both.address.until).toBe(START + 60_000);
  });

  it('knows where an alias leads', async () => {
    const { address } = await gather({ ...V4, alias: 'real.example' }, {});
    expect(address.expanded).toBe('real.example');
  });
});

describe('what is known of its signatures', () => {
  const word = async (a: Answer, aaaa: Answer, confirmed = false): Promise<unknown> => {
    const { evidence } = (await gather(a, aaaa, confirmed)).address;
    return 'security' in evidence ? [evidence.security.state, evidence.security.by] : null;
  };

  it.each([
    [V4, {}, false, ['secure', 'resolver'], 'the AD bit, as long as nothing rests on it'],
    [V4, {}, true, ['secure', 'local'], 'validated'],
    [{ ...V4, local: 'indeterminate' }, {}, true, ['secure', 'resolver'], 'could not be validated'],
    [{ ...V4, local: 'insecure' }, {}, true, ['insecure', 'local'], 'the resolver claims too much'],
    [
      { ...V4, authentic: false, local: 'secure' },
      {},
      false,
      ['secure', 'local'],
      'signed, though not vouched for',
    ],
    [{ records: ['192.0.2.1'] }, {}, false, ['insecure', 'resolver'], 'no signature, no validation'],
    [NONE, { exists: true }, false, ['insecure', 'resolver'], 'no address: the weaker of two answers'],
    [NONE, NONE, true, ['secure', 'local'], 'no address, both proven'],
    [NONE, { ...NONE, local: 'indeterminate' }, true, ['secure', 'resolver'], 'no address, one proven'],
  ] as const)('A %j, AAAA %j, confirmed %s: %j (%s)', async (...[a, aaaa, confirmed, expected]) => {
    expect(await word(a, aaaa, confirmed)).toEqual(expected);
  });
});

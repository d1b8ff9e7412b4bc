/** One domain looked up again and again: the cache rules of RFC 8461 §3.3, §5.1 and §10.2. */
import { describe, expect, it } from 'vitest';
import { makeLookUp } from '@/utils/lookup/look-up';
import { decide } from '@/utils/verdict/decide';
import type { MtaStsEvidence } from '@/utils/verdict/evidence';
import type { FakeInternet } from './fake-internet';
import { START, makeInternet } from './fake-internet';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Site {
  readonly internet: FakeInternet;
  /** Publishes a record with this id; null takes it away. */
  readonly record: (id: string | null) => void;
  /** Publishes a policy of this mode; null: the file cannot be had. */
  readonly file: (mode: string | null, maxAge?: number) => void;
  readonly look: (mayFetch?: boolean) => Promise<MtaStsEvidence>;
  /** The verdict for a sender that checks. */
  readonly judge: () => Promise<string>;
}

function makeSite(): Site {
  const internet = makeInternet({
    'MX a.example': { records: ['10 mx.a.example'] },
    'A mx.a.example': { records: ['192.0.2.1'] },
  });
  const { zone, files, effects, clock } = internet;
  const gather = (mayFetch: boolean): ReturnType<ReturnType<typeof makeLookUp>> => {
    const allowed = mayFetch ? effects : { ...effects, fetchPolicy: null };
    return clock.runUntil(makeLookUp(allowed, { deadlineMs: 5000 })('a.example'));
  };
  return {
    internet,
    record: (id) => {
      zone['TXT _mta-sts.a.example'] = id === null ? {} : { records: [`v=STSv1; id=${id}`] };
    },
    file: (mode, maxAge = 604_800) => {
      const mx = mode === 'none' ? '' : 'mx: mx.a.example\n';
      files['a.example'] =
        mode === null
          ? { fails: { code: 'status', httpStatus: 500 } }
          : { text: `version: STSv1\nmode: ${mode}\n${mx}max_age: ${maxAge}\n` };
    },
    look: async (mayFetch = true) => (await gather(mayFetch)).mtaSts,
    judge: async () => {
      const verdict = decide(await gather(true), { kind: 'checking' }, clock.now());
      return verdict.conditional ? `(${verdict.level})` : verdict.level;
    },
  };
}

async function enforcing(): Promise<Site> {
  const site = makeSite();
  site.record('1');
  site.file('enforce');
  await site.look();
  return site;
}

describe('a cached policy', () => {
  it('is not fetched again under the same id', async () => {
    const { internet, look } = await enforcing();
    internet.clock.jumpTo(START + 6 * DAY);
    expect((await look()).policy).toMatchObject({ kind: 'read', cached: { fetchedAt: START } });
    expect(internet.fetches).toHaveLength(1);
  });

  it('serves under the same id even where policies may not be read now', async () => {
    const { look } = await enforcing();
    expect((await look(false)).policy.kind).toBe('read');
  });

  it('is fetched again under a new id', async () => {
    const { internet, record, look } = await enforcing();
    record('2');
    expect((await look()).policy).toMatchObject({ kind: 'read', cached: { id: '2' } });
    expect(internet.fetches).toHaveLength(2);
  });

  it('is fetched again when max_age has run out, counted from the last fetch', async () => {
    const { internet, look } = await enforcing();
    internet.clock.jumpTo(START + 7 * DAY);
    expect((await look()).policy).toMatchObject({ cached: { fetchedAt: START + 7 * DAY } });
  });

  it('is fetched again when the clock was turned back behind its fetch', async () => {
    const { internet, look } = await enforcing();
    internet.clock.jumpTo(START - DAY);
    expect((await look()).policy).toMatchObject({ cached: { fetchedAt: START - DAY } });
  });

  it('outlives its record', async () => {
    const { internet, record, look, judge } = await enforcing();
    record(null);
    expect(await look()).toMatchObject({ policy: { kind: 'not-needed' }, live: { id: '1' } });
    expect(await judge()).toBe('(enforced)');
    internet.clock.jumpTo(START + 7 * DAY);
    expect(await judge()).toBe('opportunistic');
  });

  it('outlives a new file that cannot be had', async () => {
    const { record, file, look, judge } = await enforcing();
    record('2');
    file(null);
    expect(await look()).toMatchObject({
      policy: { kind: 'unreachable', httpStatus: 500 },
      live: { id: '1' },
    });
    expect(await judge()).toBe('(enforced)');
  });

  it('outlives a new file that is malformed', async () => {
    const { record, file, look } = await enforcing();
    record('2');
    file('sometimes');
    expect(await look()).toMatchObject({ policy: { kind: 'malformed' }, live: { id: '1' } });
  });

  it('is kept in mind, not used up, while a new one is not read', async () => {
    const { record, look } = await enforcing();
    record('2');
    expect(await look(false)).toMatchObject({ policy: { kind: 'unread' }, live: { id: '1' } });
  });

  it('gives way to mode none at once', async () => {
    const { record, file, judge } = await enforcing();
    record('2');
    file('none', 86_400);
    expect(await judge()).toBe('opportunistic');
    record(null);
    expect(await judge()).toBe('opportunistic');
  });

  it('with max_age 0 is used once and never kept', async () => {
    const { internet, record, file, look, judge } = await enforcing();
    record('2');
    file('enforce', 0);
    expect(await judge()).toBe('enforced');
    expect(internet.memory.get('a.example')?.cached).toBeNull();
    await look();
    expect(internet.fetches).toHaveLength(3);
  });
});

describe('a failing GET', () => {
  it.each([null, 'sometimes'])('rests five minutes under the same id (file: %s)', async (mode) => {
    const { internet, record, file, look } = makeSite();
    record('1');
    file(mode);
    const { policy } = await look();
    internet.clock.jumpTo(START + 5 * MINUTE - 1);
    expect((await look()).policy).toEqual(policy);
    expect(internet.fetches).toHaveLength(1);
    internet.clock.jumpTo(START + 5 * MINUTE);
    await look();
    expect(internet.fetches).toHaveLength(2);
  });

  it('does not rest under another id', async () => {
    const { internet, record, file, look } = makeSite();
    record('1');
    file(null);
    await look();
    record('2');
    await look();
    expect(internet.fetches).toHaveLength(2);
  });

  it('from the future rests nobody', async () => {
    const { internet, record, file, look } = makeSite();
    record('1');
    file(null);
    await look();
    internet.clock.jumpTo(START - DAY);
    await look();
    expect(internet.fetches).toHaveLength(2);
  });

  it('is none where nothing was sent', async () => {
    const { internet, record, look } = makeSite();
    record('1');
    internet.files['a.example'] = { fails: { code: 'no-permission' } };
    expect((await look()).policy).toEqual({ kind: 'unread' });
    expect(internet.memory.size).toBe(0);
  });
});

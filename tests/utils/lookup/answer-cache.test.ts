import { describe, expect, it } from 'vitest';
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsFailureCode, DnsOutcome } from '@/utils/dns/outcome';
import { shareAnswers } from '@/utils/lookup/answer-cache';
import type { Answer, FakeInternet } from './fake-internet';
import { START, makeInternet } from './fake-internet';

const never = new AbortController().signal;

interface Shared {
  readonly internet: FakeInternet;
  readonly ask: (name: string, type?: RrTypeName, signal?: AbortSignal) => Promise<DnsOutcome>;
}

function share(zone: Record<string, Answer>, most?: number): Shared {
  const internet = makeInternet(zone);
  const { effects, clock } = internet;
  const query = shareAnswers(effects.query, clock.now, most);
  return {
    internet,
    ask: (name, type = 'MX', signal = never) => clock.runUntil(query(name, type, signal)),
  };
}

const ZONE = { 'MX a.example': { records: ['10 mx.example'], ttl: 60 } };

describe('shareAnswers', () => {
  it.each([
    [59_999, 1, 'within the TTL nobody is asked again'],
    [60_000, 2, 'after it somebody is'],
    [-1, 2, 'an answer from the future was got before the clock was turned back'],
  ])('%d ms later: %d questions (%s)', async (later, questions) => {
    const { internet, ask } = share(ZONE);
    await ask('a.example');
    internet.clock.jumpTo(START + later);
    expect((await ask('a.example')).status).toBe('answered');
    expect(internet.questions).toHaveLength(questions);
  });

  it('says when the answer was got, so that its TTL counts from then', async () => {
    const { internet, ask } = share(ZONE);
    await ask('a.example');
    internet.clock.jumpTo(START + 30_000);
    expect((await ask('a.example')).at).toBe(START);
  });

  it('takes names that differ only in case, or in the final dot, for one (RFC 4343)', async () => {
    const { internet, ask } = share(ZONE);
    await ask('a.example');
    await ask('A.Example.');
    expect(internet.questions).toEqual(['MX a.example']);
  });

  it('keeps types apart, and checked answers from unchecked ones', async () => {
    const { internet, ask } = share({ ...ZONE, 'A a.example': { records: ['192.0.2.1'] } });
    const { effects, clock } = internet;
    const query = shareAnswers(effects.query, clock.now);
    for (const type of ['MX', 'A'] as const) await clock.runUntil(query('a.example', type, never));
    await clock.runUntil(query('a.example', 'MX', never, { checkingDisabled: true }));
    expect(internet.questions).toEqual(['MX a.example', 'A a.example', 'CD MX a.example']);
    await ask('a.example');
  });

  it('keeps denials as long as they hold (RFC 2308 §5), and not without SOA', async () => {
    const { internet, ask } = share({
      'MX b.example': { exists: true, ttl: 60 },
      'MX c.example': { withoutSoa: true },
    });
    for (const name of ['b.example', 'b.example', 'c.example', 'c.example']) await ask(name);
    expect(internet.questions).toEqual(['MX b.example', 'MX c.example', 'MX c.example']);
  });

  it('keeps no failure: asking again is how it ends', async () => {
    const { internet, ask } = share({ 'MX b.example': { fails: { code: 'servfail' } } });
    await ask('b.example');
    internet.zone['MX b.example'] = { records: ['10 mx.example'] };
    expect((await ask('b.example')).status).toBe('answered');
  });

  it('asks once for all who ask at once', async () => {
    const { internet } = share({ 'MX a.example': { records: ['10 mx.example'], delay: 100 } });
    const { effects, clock } = internet;
    const query = shareAnswers(effects.query, clock.now);
    const both = [query('a.example', 'MX', never), query('a.example', 'MX', never)];
    const [first, second] = await clock.runUntil(Promise.all(both));
    expect(first).toBe(second);
    expect(internet.questions).toHaveLength(1);
  });

  it('asks anew for one who waits where the other gave up', async () => {
    const impatient = new AbortController();
    const questions: string[] = [];
    const query = shareAnswers(
      (name, type, signal) => {
        questions.push(`${type} ${name}`);
        const failed = (code: DnsFailureCode): DnsOutcome => ({
          status: 'failed',
          failure: { code },
          resolver: '',
          at: START,
        });
        if (questions.length > 1) return Promise.resolve(failed('servfail'));
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve(failed('timeout'));
          });
        });
      },
      () => START,
    );
    const first = query('a.example', 'MX', impatient.signal);
    const second = query('a.example', 'MX', never);
    impatient.abort();
    expect(await first).toMatchObject({ failure: { code: 'timeout' } });
    expect(await second).toMatchObject({ failure: { code: 'servfail' } });
    expect(questions).toHaveLength(2);
  });

  it('lets the oldest give way when there are too many', async () => {
    const zone = Object.fromEntries(['a', 'b', 'c'].map((name) => [`MX ${name}`, { records: ['10 mx'] }]));
    const { internet, ask } = share(zone, 2);
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) await ask(name);
    expect(internet.questions).toEqual(['MX a', 'MX b', 'MX c', 'MX a']);
  });
});

import { describe, expect, it } from 'vitest';
import { makeLookUpReports } from '@/utils/lookup/look-up-reports';
import { makeInternet, RESOLVER, START, type Answer } from './fake-internet';

const RECORD = 'v=TLSRPTv1; rua=mailto:a@good.example';
const QUESTION = 'TXT _smtp._tls.good.example';

function ask(answer: Answer) {
  const internet = makeInternet({ [QUESTION]: answer });
  return { ...internet, lookUp: makeLookUpReports(internet.effects, { deadlineMs: 1000 }) };
}

describe('makeLookUpReports', () => {
  it('asks one question and says how long the answer holds', async () => {
    const { lookUp, questions } = ask({ records: [RECORD], ttl: 600 });
    expect(await lookUp('good.example')).toEqual({
      domain: 'good.example',
      resolver: RESOLVER,
      reading: { kind: 'found', rua: ['mailto:a@good.example'] },
      gatheredAt: START,
      validUntil: START + 600_000,
    });
    expect(questions).toEqual([QUESTION]);
  });

  it('asks once for whoever asks at the same time, and anew later', async () => {
    const { lookUp, questions } = ask({});
    const [first, second] = await Promise.all([lookUp('good.example'), lookUp('good.example')]);
    expect(first.reading).toEqual({ kind: 'absent' });
    expect(second).toBe(first);
    await lookUp('good.example');
    expect(questions).toHaveLength(2);
  });

  it('gives up at the deadline, and says so', async () => {
    const { lookUp, clock } = ask({ records: [RECORD], delay: 5000 });
    const late = await clock.runUntil(lookUp('good.example'));
    expect(late.reading).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } });
    expect(clock.now()).toBe(START + 1000);
    expect(late.validUntil).toBe(START + 1000 + 30_000);
  });

  it('leaves no timer behind', async () => {
    const { lookUp, clock } = ask({ fails: { code: 'servfail' } });
    expect((await lookUp('good.example')).reading.kind).toBe('failed');
    expect(clock.pending()).toBe(0);
  });
});

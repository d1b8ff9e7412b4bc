/** How much is asked, by the resolver's own log: nothing that is not needed, and nothing twice. */
import { describe, expect, inject, it } from 'vitest';
import { queriesSince } from '../world/query-log';
import { resultsOf, runCheck } from './run-check';

const world = inject('world');

interface Asked {
  /** "MX a.test", in the order asked. */
  readonly questions: readonly string[];
  readonly levels: readonly string[];
}

async function ask(...domains: readonly string[]): Promise<Asked> {
  const mark = queriesSince(world.queryLog).length;
  const run = await runCheck(world, ['--json', '--trust-anchor', world.rootAnchorFile, ...domains]);
  const questions = queriesSince(world.queryLog, mark).map(({ name, type }) => `${type} ${name}`);
  return { questions, levels: resultsOf(run).map(({ level }) => level) };
}

describe('questions to the resolver', () => {
  it('three for an unsigned domain with one host and no policy', async () => {
    const { questions } = await ask('dane-unsigned.test');
    expect([...questions].sort()).toEqual([
      'A mx1.dane-unsigned.test',
      'MX dane-unsigned.test',
      'TXT _mta-sts.dane-unsigned.test',
    ]);
  });

  it('at most eleven for a signed domain with two hosts in its zone, when nothing is known yet', async () => {
    const { questions, levels } = await ask('dane-both.test');
    expect(levels).toEqual(['enforced']);
    expect(questions.length).toBeLessThanOrEqual(11);
  });

  it('at most eight with the keys of the root and the zones between', async () => {
    const { questions, levels } = await ask('dane.test', 'dane-both.test');
    expect(levels).toEqual(['enforced', 'enforced']);
    const own = questions.filter((question) => question.endsWith('dane-both.test'));
    expect(own.length).toBeLessThanOrEqual(8);
    const above = questions.filter((question) => / (?:test|\.)?$/.test(question));
    expect(new Set(above).size).toBe(above.length);
  });

  it('none twice, also where domains share hosts, zones and keys', async () => {
    const sharing = [
      'dane.test',
      'host-alias.test',
      'dane-by-alias.test',
      'alias-to-dane.test',
      'half-dane.test',
    ];
    const { questions } = await ask(...sharing, ...sharing);
    expect(questions.length).toBeGreaterThan(20);
    expect([...questions].sort()).toEqual([...new Set(questions)].sort());
  });

  it('none for the chain where no record is there that it could raise the level', async () => {
    const { questions } = await ask('plain.test');
    expect(questions.filter((question) => /^(?:DS|DNSKEY) /.test(question))).toEqual([]);
  });
});

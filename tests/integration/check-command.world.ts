/** `npm run -s check` as a command: text, exit statuses, and what it asks and does not ask. */
import { describe, expect, inject, it } from 'vitest';
import { LEVELS } from '@/utils/verdict/level';
import type { DomainRow } from '../world/domain-row';
import { DOMAINS, rowOf } from '../world/domains';
import { policyRequestsSince } from '../world/policy-server';
import { queriesSince } from '../world/query-log';
import { resultsOf, runCheck, runCheckAlone } from './run-check';

const world = inject('world');

describe('plain text', () => {
  it('is one verdict a line, the worst first', async () => {
    const domains = DOMAINS.filter(isQuick).map(({ domain }) => domain);
    const { stdout, status } = await runCheck(world, ['--policies', 'always', ...domains]);
    const shown = stdout.trimEnd().split('\n').map(domainIn);
    expect([...shown].sort()).toEqual([...domains].sort());
    const order = shown.map((domain) => LEVELS.indexOf(rowOf(domain).checking.level));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(status).toBe(1);
  });

  it('says the deciding reason in words', async () => {
    const { stdout } = await runCheck(world, ['null-mx.test']);
    expect(stdout).toContain('takes no mail');
  });
});

describe('exit status', () => {
  it('0 if all are enforced or expected', async () => {
    const { status } = await runCheck(world, ['--policies', 'always', 'enforce.test', 'testing.test']);
    expect(status).toBe(0);
  });

  it('1 if one is not', async () => {
    expect((await runCheck(world, ['--policies', 'always', 'enforce.test', 'plain.test'])).status).toBe(1);
  });

  it.each([
    ['an input that is no address', ['plain.test', 'two@at@signs']],
    ['an unknown option', ['--colour', 'plain.test']],
    ['an unknown sender', ['--from', 'nobody', 'plain.test']],
    ['no input', []],
  ])('2 for %s, and nothing is looked up', async (_case, args) => {
    const mark = queriesSince(world.queryLog).length;
    const { status, stderr } = await runCheck(world, args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(queriesSince(world.queryLog, mark)).toEqual([]);
  });

  it('3 if nothing could be looked up', async () => {
    // Port 9 of loopback: nobody listens there.
    const run = await runCheckAlone(['--json', '--doh', 'https://127.0.0.1:9/dns-query', 'plain.test']);
    expect(run.status).toBe(3);
    expect(resultsOf(run)[0]).toMatchObject({ level: 'unknown', reasons: [{ code: 'mx-lookup-failed' }] });
  });

  it('3 if nobody vouches for the resolver’s certificate', async () => {
    const mark = queriesSince(world.queryLog).length;
    const run = await runCheckAlone(['--json', '--doh', world.dohUrl, 'plain.test']);
    expect(run.status).toBe(3);
    expect(queriesSince(world.queryLog, mark)).toEqual([]);
  });
});

describe('what is asked', () => {
  it('domain names only, each once, and nothing of the address', async () => {
    const mark = queriesSince(world.queryLog).length;
    const addresses = ['secret@enforce.test', 'other@ENFORCE.test.'];
    const run = await runCheck(world, ['--json', '--policies', 'always', ...addresses]);
    expect(resultsOf(run).map((result) => result.level)).toEqual(['enforced', 'enforced']);
    const asked = queriesSince(world.queryLog, mark).map(({ name, type }) => `${name} ${type}`);
    const tlsa = '_25._tcp.mx1.enforce.test TLSA';
    expect(asked.sort()).toEqual([
      tlsa,
      '_mta-sts.enforce.test TXT',
      'enforce.test MX',
      'mx1.enforce.test A',
    ]);
  });

  it('no policy host without leave, and not looking never looks better', async () => {
    const mark = policyRequestsSince(world.policyLog).length;
    const run = await runCheck(world, ['--json', '--policies', 'never', 'mismatch.test', 'enforce.test']);
    for (const result of resultsOf(run)) {
      expect(result).toMatchObject({ level: 'unknown', mtaSts: { status: 'unread' } });
      expect(result.reasons[0]?.code).toBe('sts-unread');
    }
    expect(policyRequestsSince(world.policyLog, mark)).toEqual([]);
    expect(run.status).toBe(1);
  });

  it('nothing about private names and address literals', async () => {
    const mark = queriesSince(world.queryLog).length;
    const run = await runCheck(world, ['--json', 'a@printer.local', 'b@[127.0.0.1]']);
    expect(resultsOf(run).map((result) => result.level)).toEqual(['unknown', 'opportunistic']);
    expect(queriesSince(world.queryLog, mark)).toEqual([]);
  });
});

describe('the root’s DS from a file', () => {
  it('lets signatures be validated', async () => {
    const run = await runCheck(world, ['--json', 'dane.test']);
    expect(resultsOf(run)[0]).toMatchObject({ level: 'enforced', dnssec: { mx: 'secure', by: 'local' } });
  });

  it('is needed here: by the internet’s root the resolver’s word is all there is', async () => {
    const run = await runCheckAlone(['--json', '--doh', world.dohUrl, 'dane.test'], {
      NODE_EXTRA_CA_CERTS: world.caFile,
    });
    const dnssec = { mx: 'secure', by: 'resolver' };
    expect(resultsOf(run)[0]).toMatchObject({ level: 'expected', conditional: true, dnssec });
    expect(resultsOf(run)[0]?.reasons[0]?.code).toBe('dane-unconfirmed');
  });
});

/** Does not make us wait for somebody who never answers. */
function isQuick({ dns, policy }: DomainRow): boolean {
  const stalled = dns.kind === 'stalled' || (dns.kind === 'zone' && dns.stalledBelow !== undefined);
  return !stalled && policy?.hangs !== true;
}

/** The domain a line is about: the one name of the table that stands in it as a word of its own. */
function domainIn(line: string): string {
  const words = line.split(/\s+/);
  return DOMAINS.find(({ domain }) => words.includes(domain))?.domain ?? line;
}

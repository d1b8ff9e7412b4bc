import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../cli/run-check';
import { terminalWords } from '@/utils/terminal/terminal-words';

/** Nothing listens there: whoever asks the resolver gets no answer, and status 3. */
const NOBODY = ['--resolve', '*:443:127.0.0.1:1', '--timeout', '2000'];
const DIGEST = 'E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'waxseal-check-test-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await runCheck([...NOBODY, ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    words: terminalWords({}),
    colour: false,
    directory,
  });
  return { status, out, err };
}

describe('wrong usage', () => {
  it.each([
    [['sealed.test', 'a@b@c.test'], 'a@b@c.test'],
    [['not an address'], 'not an address'],
    [['a@b.test, c@d.test'], 'more than one'],
    [['a@127.1', 'b@'], 'a@127.1'],
    [['--nonsense', 'sealed.test'], '--nonsense'],
    [['--from', 'nobody', 'sealed.test'], 'nobody'],
    [['--trust-anchor', 'missing.ds', 'sealed.test'], 'missing.ds'],
    [[], 'No address'],
  ])('%j: status 2, nothing on standard output, nothing looked up', async (args, said) => {
    const { status, out, err } = await run(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
    expect(err).toContain('--help');
    expect(err).not.toContain('Nothing could be looked up');
  });

  it('names every input that cannot be read', async () => {
    const { err } = await run('a@127.1', 'good.test', 'b@');
    expect(err).toContain('“a@127.1”');
    expect(err).toContain('“b@”');
    expect(err).not.toContain('good.test');
  });

  it('lets an input steer nothing', async () => {
    expect((await run('a\u001B[2Jb c')).err).toContain('a\uFFFD[2Jb c');
  });
});

describe('nothing could be looked up', () => {
  it('is status 3, with a line for each recipient all the same', async () => {
    const { status, out, err } = await run('a@b.test', 'c.test');
    expect(status).toBe(3);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toContain('Nothing could be looked up: https://dns.quad9.net/dns-query');
  });

  it('also in JSON', async () => {
    const { status, out } = await run('--json', 'a@b.test');
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ results: [{ level: 'unknown', mtaSts: { status: 'unknown' } }] });
  });

  it('is not said where nothing had to be: such a run asks nobody', async () => {
    const { status, err } = await run('x@[192.0.2.1]', 'printer.local', 'a@localhost');
    expect({ status, err }).toEqual({ status: 1, err: '' });
  });
});

describe('trust anchor', () => {
  it('is read from where npm was called', async () => {
    await writeFile(join(directory, 'root.ds'), `. IN DS 20326 8 2 ${DIGEST}\n`);
    const { status, err } = await run('--trust-anchor', 'root.ds', 'printer.local');
    expect({ status, err }).toEqual({ status: 1, err: '' });
  });

  it.each([
    ['bad.ds', '; comment\n. IN DS 20326 8 2 00\n', 'Line 2'],
    ['empty.ds', '; comment\n', 'no DS record'],
  ])('%s is refused, and it is said why', async (file, text, said) => {
    await writeFile(join(directory, file), text);
    const { status, out, err } = await run('--trust-anchor', file, 'printer.local');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
  });
});

describe('--help', () => {
  it('goes to standard output, with status 0', async () => {
    const { status, out, err } = await run('--help', '--nonsense');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Usage: npm run -s check');
  });
});

describe('an address with letters beyond ASCII before the @', () => {
  it('gets a remark in the output for programs, and no other level', async () => {
    const result = async (address: string) => {
      const { status, out } = await run('--json', address);
      const { results } = JSON.parse(out) as { results: { level: string; reasons: { code: string }[] }[] };
      return { status, level: results[0]?.level, codes: results[0]?.reasons.map(({ code }) => code) };
    };
    const plain = await result('jose@[192.0.2.1]');
    expect(await result('josé@[192.0.2.1]')).toEqual({
      ...plain,
      codes: [...(plain.codes ?? []), 'local-part-international'],
    });
  });
});

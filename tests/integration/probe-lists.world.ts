/** Lists made by the prober over days and networks: joined, signed, resumed, stopped. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Words } from '@/components/words/format';
import { catalogueTranslate } from '@/utils/i18n/catalogue-translate';
import en from '@/utils/i18n/locales/en.json';
import { plainStanding } from '@/utils/evidence/host-standing';
import { runEvidence } from '../../probe/lists/run-evidence';
import { runProbe } from '../../probe/run-probe';
import type { Terminal } from '../../probe/terminal/program';
import { openAuthority } from '../../scripts/lab/certificates';
import { makeScratchDirectory } from '../../scripts/lab/scratch-directory';
import { StartedParts } from '../../scripts/lab/stop-all';
import { startSmtp, type Temper, type TestServer } from '../probe/smtp-server';
import { listAt, runProgram } from './run-probe';

const world = inject('world');
const parts = new StartedParts();
const HOUR = 3_600_000;
const BARE = 'bare.lists.test';
const DAY_ONE = Date.parse('2026-11-20T08:00:00Z');
let directory = '';
const servers = new Map<string, TestServer>();
const rules: string[] = [];

beforeAll(async () => {
  directory = parts.keep(await makeScratchDirectory('lists')).path;
  const { issue } = openAuthority(world.authorityDir);
  await start(BARE, {});
  await start('tls.lists.test', { tls: await issue('tls.lists.test') });
  await start('silent.lists.test', { silent: true });
  await start('later.lists.test', { greeting: '451 later' });
  for (const name of ['one', 'two', 'three']) await start(`${name}.lists.test`, { tls: await issue(name) });
  await start('strips.lists.test', {});
});
afterAll(() => parts.stopAll());

async function start(host: string, temper: Temper): Promise<void> {
  const server = parts.keep(await startSmtp(temper));
  servers.set(host, server);
  rules.push('--connect', `${host}:25:127.0.0.1:${server.port}`);
}

const words: Words = { t: catalogueTranslate(en), language: 'en' };

/** A terminal under a set clock. */
function terminalAt(now: number): Terminal & { readonly text: () => string } {
  let text = '';
  const keep = (more: string): void => {
    text += more;
  };
  const stop = new AbortController().signal;
  return { out: keep, err: keep, words, live: false, directory, now: () => now, stop, text: () => text };
}

const CONTROLS = 'One=one.lists.test,Two=two.lists.test,Three=three.lists.test';

async function probeAt(now: number, args: readonly string[], controls = CONTROLS): Promise<string> {
  // The resolver of the world is not trusted here: names come from the rules alone.
  const quick = ['--doh', world.dohUrl, '--gap', '0', '--timeout', '500', '--backoff', '50', '--hosts'];
  const terminal = terminalAt(now);
  expect(await runProbe([...quick, ...rules, '--controls', controls, ...args], terminal)).toBe(0);
  return terminal.text();
}

describe('three looks over four days from two networks', () => {
  const files = ['one.json', 'two.json', 'three.json.gz'];
  beforeAll(async () => {
    const looks = [
      [0, 'AS64496'],
      [30, 'AS64511'],
      [73, 'AS64496'],
    ] as const;
    for (const [index, [hours, network]] of looks.entries()) {
      const where = ['--network', network, '--out', files[index] ?? ''];
      await probeAt(DAY_ONE + hours * HOUR, [
        ...where,
        '--name',
        'Lab',
        '--maker',
        'A',
        BARE,
        'tls.lists.test',
      ]);
    }
    const terminal = terminalAt(DAY_ONE + 74 * HOUR);
    expect(
      await runEvidence(['merge', ...files, '--out', 'merged.json', '--licence', 'CC0-1.0'], terminal),
    ).toBe(0);
  });

  it('make a proof, which any two of them do not', () => {
    const merged = listAt(join(directory, 'merged.json'));
    const looks = merged.hosts[BARE] ?? [];
    const now = DAY_ONE + 74 * HOUR;
    expect(merged.header).toMatchObject({ name: 'Lab', maker: 'A', licence: 'CC0-1.0', madeAt: now });
    expect(plainStanding(['127.0.0.1'], looks, now).kind).toBe('unencrypted');
    for (const left of looks) {
      const rest = looks.filter((look) => look !== left);
      expect(plainStanding(['127.0.0.1'], rest, now).kind).not.toBe('unencrypted');
    }
    expect(plainStanding(['127.0.0.1'], merged.hosts['tls.lists.test'] ?? [], now).kind).toBe('offered');
  });

  it('are counted', async () => {
    const run = await runProgram('evidence', ['stats', join(directory, 'merged.json')]);
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/Hosts +2\n/);
    expect(run.stdout).toMatch(/Networks +AS64496, AS64511\n/);
  });

  it('are signed and verified; a changed list and another key are refused', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(join(directory, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const evidence = async (...args: string[]): Promise<readonly [number, string]> => {
      const terminal = terminalAt(DAY_ONE);
      return [await runEvidence(args, terminal), terminal.text()];
    };
    expect((await evidence('verify', 'merged.json'))[0]).toBe(1);
    const [status, said] = await evidence('sign', 'merged.json', '--key', 'key.pem');
    const key = /by the key (\S+)\./.exec(said)?.[1] ?? '';
    expect(status).toBe(0);
    expect((await evidence('verify', 'merged.json', '--public-key', key))[0]).toBe(0);
    expect((await evidence('verify', 'merged.json', '--public-key', `${'A'.repeat(43)}=`))[0]).toBe(1);
    const text = readFileSync(join(directory, 'merged.json'), 'utf8');
    writeFileSync(
      join(directory, 'forged.json'),
      text.replaceAll('not-offered","reason":null', 'inconclusive","reason":"closed"'),
    );
    expect((await evidence('verify', 'forged.json'))[0]).toBe(1);
    expect((await evidence('sign', 'one.json', '--key', 'key.pem', '--detached'))[0]).toBe(0);
    expect((await evidence('verify', 'one.json', '--detached', '--public-key', key))[0]).toBe(0);
    writeFileSync(join(directory, 'broken.json'), '{"format":"waxseal-evidence","version":9}');
    expect(await evidence('stats', 'broken.json')).toEqual([
      2,
      expect.stringContaining('does not know its version'),
    ]);
  });
});

describe('a network that strips STARTTLS', () => {
  it('is found out by the controls: nothing is said against the server', async () => {
    const controls = `${CONTROLS},Four=strips.lists.test`;
    const said = await probeAt(DAY_ONE, ['--out', 'stripped.json', BARE], controls);
    expect(said).toContain('our network strips encryption');
    expect(listAt(join(directory, 'stripped.json')).hosts[BARE]?.[0]?.startTls).toBe('inconclusive');
  });
  it('and too few controls prove nothing either', async () => {
    expect(await probeAt(DAY_ONE, [BARE], 'One=one.lists.test,Two=two.lists.test')).toContain(
      'not confirmed',
    );
  });
});

describe('going on', () => {
  it('looks at nothing twice, and at what was unclear on the next day', async () => {
    const args = ['--out', 'resume.json', BARE, 'later.lists.test'];
    const visits = (host: string): number => servers.get(host)?.heard.length ?? 0;
    await probeAt(DAY_ONE, args);
    const before = [visits(BARE), visits('later.lists.test')];
    await probeAt(DAY_ONE + HOUR, ['--resume', ...args]);
    expect([visits(BARE), visits('later.lists.test')]).toEqual(before);
    await probeAt(DAY_ONE + 24 * HOUR, ['--resume', ...args]);
    expect(visits(BARE)).toBe(before[0]);
    expect(visits('later.lists.test')).toBeGreaterThan(before[1] ?? 0);
  });

  it('a list that is there is not overwritten', async () => {
    writeFileSync(join(directory, 'there.json'), '{}');
    const terminal = terminalAt(DAY_ONE);
    expect(await runProbe(['--out', 'there.json', BARE], terminal)).toBe(2);
    expect(readFileSync(join(directory, 'there.json'), 'utf8')).toBe('{}');
  });

  it('stopped by an interrupt it keeps what it saw, and ends in time', async () => {
    const out = join(directory, 'stopped.json');
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const settings = [
      '--doh',
      world.dohUrl,
      '--gap',
      '0',
      '--timeout',
      '60000',
      '--concurrency',
      '4',
      '--hosts',
      '--out',
      out,
    ];
    const targets = ['tls.lists.test', 'silent.lists.test'];
    const child = spawn(process.execPath, ['scripts/probe.mjs', ...settings, ...rules, ...targets], {
      cwd: root,
      env: { ...process.env, LC_ALL: 'C', NODE_EXTRA_CA_CERTS: world.caFile },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await expect.poll(() => existsSync(`${out}.journal`), { timeout: 20_000 }).toBe(true);
    const asked = Date.now();
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(Date.now() - asked).toBeLessThan(5_000);
    expect(said).toContain('--resume goes on');
    expect(Object.keys(listAt(out).hosts)).toEqual(['tls.lists.test']);
    expect(existsSync(`${out}.journal`)).toBe(false);
  });
});

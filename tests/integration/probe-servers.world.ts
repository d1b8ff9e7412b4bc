/** The prober against real mail servers and hostile ones, held against what OpenSSL and Postfix see of them. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { EvidenceList } from '@/utils/evidence/evidence-list';
import type { Look } from '@/utils/evidence/look';
import { readList } from '@/utils/evidence/read-list';
import { openAuthority } from '../../scripts/lab/certificates';
import { ensurePackages } from '../../scripts/lab/packages.mjs';
import { runCommand } from '../../scripts/lab/run-command';
import { makeScratchDirectory } from '../../scripts/lab/scratch-directory';
import { StartedParts } from '../../scripts/lab/stop-all';
import { unpackPackages } from '../../scripts/lab/unpack-packages';
import { askOpenSsl } from '../probe/openssl-client';
import { startSmtp, type Temper } from '../probe/smtp-server';
import { startExim } from '../world/exim-server';
import { startPostfix } from '../world/postfix-server';
import { chmod, mkdir } from 'node:fs/promises';
import { listAt, runProbe, type ProgramRun } from './run-probe';

const world = inject('world');
const parts = new StartedParts();
const ports = new Map<string, number>();
let directory = '';
let list: EvidenceList;
let run: ProgramRun;

/** Hosts, and what a look at them has to say; with OpenSSL's verify code where there is a handshake. */
const ROWS: readonly (readonly [host: string, look: object, verifyCode: number | null])[] = [
  ['postfix-tls.probe.test', offered('valid', { software: 'Postfix' }), 0],
  ['postfix-bare.probe.test', { startTls: 'not-offered', software: 'Postfix', controls: 3 }, null],
  ['exim-tls.probe.test', offered('valid', { software: 'Exim' }), 0],
  ['exim-bare.probe.test', { startTls: 'not-offered', software: 'Exim', controls: 3 }, null],
  ['expired.probe.test', offered('expired'), 10],
  ['wrong-name.probe.test', offered('name-mismatch'), 62],
  ['self-signed.probe.test', offered('self-signed'), 18],
  ['old-tls.probe.test', offered('valid', {}, 'TLSv1'), 0],
  ['older-tls.probe.test', offered('valid', {}, 'TLSv1.1'), 0],
  ['broken-tls.probe.test', { startTls: 'offered', handshake: { outcome: 'failed' } }, null],
  ['greylister.probe.test', { startTls: 'inconclusive', reason: 'greylisted', tries: 2 }, null],
  ['tarpit.probe.test', { startTls: 'inconclusive', reason: 'tarpit' }, null],
  ['hangs-up.probe.test', { startTls: 'inconclusive', reason: 'closed' }, null],
  ['megabyte.probe.test', { startTls: 'inconclusive', reason: 'too-long' }, null],
  ['masked.probe.test', { startTls: 'inconclusive', reason: 'masked' }, null],
  ['six.probe.test', { ...offered('valid'), family: 6, address: '::1' }, 0],
];

function offered(certificate: string, more: object = {}, version = 'TLSv1.3'): object {
  return {
    startTls: 'offered',
    reason: null,
    handshake: { outcome: 'done', certificate, version, saidEhlo: true },
    ...more,
  };
}

beforeAll(async () => {
  ensurePackages(['postfix']);
  const { path } = parts.keep(await makeScratchDirectory('probe-world'));
  directory = path;
  await chmod(path, 0o755);
  await Promise.all([startReal(path), startHostile()]);
  const out = join(path, 'list.json');
  const rules = [...ports].flatMap(([host, port]) => ['--connect', `${host}:25:${addressOf(host)}:${port}`]);
  const controls = ['--controls', 'One=one.control.test,Two=two.control.test,Three=three.control.test'];
  run = await runProbe(world, [
    '--hosts',
    '--out',
    out,
    ...rules,
    ...controls,
    ...ROWS.map(([host]) => host),
  ]);
  list = listAt(out);
}, 120_000);
afterAll(() => parts.stopAll());

async function startReal(path: string): Promise<void> {
  const authority = openAuthority(world.authorityDir);
  const exim = join(path, 'exim');
  await mkdir(exim);
  await unpackPackages(['exim4-daemon-light', 'libidn12'], exim);
  for (const [host, start] of [
    [
      'postfix-tls',
      (dir: string, name: string) => authority.issue(name).then((c) => startPostfix(dir, name, c)),
    ],
    ['postfix-bare', (dir: string, name: string) => startPostfix(dir, name, null)],
    [
      'exim-tls',
      (dir: string, name: string) => authority.issue(name).then((c) => startExim(exim, dir, name, c)),
    ],
    ['exim-bare', (dir: string, name: string) => startExim(exim, dir, name, null)],
  ] as const) {
    const name = `${host}.probe.test`;
    ports.set(name, parts.keep(await start(join(path, host), name)).port);
  }
}

async function startHostile(): Promise<void> {
  const { issue } = openAuthority(world.authorityDir);
  const old = (version: 'TLSv1' | 'TLSv1.1') =>
    ({ minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0' }) as const;
  const flawed = (host: string) => issue(host, { flaw: host.replace('.probe.test', '') as 'expired' });
  const tempers: readonly (readonly [string, (host: string) => Promise<Temper>])[] = [
    ...['expired', 'wrong-name', 'self-signed'].map(
      (kind) => [kind, async (host: string) => ({ tls: await flawed(host) })] as const,
    ),
    ['old-tls', async (host) => ({ tls: { ...(await issue(host)), ...old('TLSv1') } })],
    ['older-tls', async (host) => ({ tls: { ...(await issue(host)), ...old('TLSv1.1') } })],
    ['broken-tls', async (host) => ({ tls: await issue(host), breaksTls: true })],
    ['greylister', () => Promise.resolve({ greeting: '451 4.7.1 greylisted' })],
    ['tarpit', () => Promise.resolve({ silent: true })],
    ['hangs-up', () => Promise.resolve({ hangUpAt: 'EHLO' })],
    ['megabyte', () => Promise.resolve({ greeting: `220 ${'x'.repeat(1 << 20)}` })],
    ['masked', () => Promise.resolve({ keywords: ['SIZE', 'XXXXXXXA'] })],
    ['six', async (host) => ({ tls: await issue(host) })],
  ];
  for (const [kind, temper] of tempers) {
    const host = `${kind}.probe.test`;
    ports.set(host, parts.keep(await startSmtp(await temper(host), kind === 'six' ? '::1' : undefined)).port);
  }
  for (const kind of ['one', 'two', 'three']) {
    const host = `${kind}.control.test`;
    ports.set(host, parts.keep(await startSmtp({ tls: await issue(host) })).port);
  }
}

function addressOf(host: string): string {
  return host === 'six.probe.test' ? '[::1]' : '127.0.0.1';
}

describe('one run over all of them', () => {
  it('ends well, with a table', () => {
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout).toMatch(/postfix-bare\.probe\.test +127\.0\.0\.1 +not offered/);
    expect(run.stdout).toContain('16 looks: 9 with STARTTLS, 2 without, 5 unclear.');
    expect(run.stderr).toBe('');
  });

  it('writes a list that a stranger may read', () => {
    expect(readList(JSON.parse(JSON.stringify(list))).ok).toBe(true);
  });

  it.each(ROWS)('%s is seen as it is', (host, look) => {
    expect(list.hosts[host]).toHaveLength(1);
    expect(list.hosts[host]?.[0]).toMatchObject(look);
  });

  it.each(ROWS.filter(([host]) => !/tarpit|megabyte/.test(host)))(
    '%s: OpenSSL agrees',
    async (host, _, code) => {
      const look = list.hosts[host]?.[0] as Look;
      const theirs = await askOpenSsl(ports.get(host) ?? 0, host, world.caFile, look.address);
      expect(theirs.version).toBe(look.handshake?.version ?? null);
      if (look.handshake?.outcome === 'done') expect(theirs.verifyCode).toBe(code);
      if (look.startTls === 'not-offered') expect(theirs.offered).toBe(false);
    },
  );

  it.each(['postfix-tls', 'exim-tls', 'wrong-name', 'self-signed'])(
    '%s: Postfix as a client agrees',
    async (kind) => {
      const host = `${kind}.probe.test`;
      const look = list.hosts[host]?.[0] as Look;
      const finding = look.handshake?.certificate;
      expect(await askPostfix(host)).toContain(
        `${finding === 'valid' ? 'Verified' : 'Untrusted'} TLS connection established`,
      );
    },
  );

  it.each(['postfix-bare', 'exim-bare'])('%s: Postfix as a client finds no STARTTLS either', async (kind) => {
    expect(await askPostfix(`${kind}.probe.test`)).not.toContain('TLS connection established');
  });
});

/** What Postfix's own client sees; it reads the configuration of one of the servers. */
async function askPostfix(host: string): Promise<string> {
  const place = `[127.0.0.1]:${ports.get(host) ?? 0}`;
  const trust = ['-c', '-l', 'secure', '-F', world.caFile, '-s', host, '-L', 'summary'];
  const configuration = `MAIL_CONFIG=${join(directory, 'postfix-bare')}`;
  return runCommand('sh', [
    '-c',
    `"$@" 2>&1`,
    'sh',
    'env',
    configuration,
    'posttls-finger',
    ...trust,
    place,
    host,
  ]);
}

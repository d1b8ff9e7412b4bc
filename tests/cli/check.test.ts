import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dohHandler } from '../../demo/doh-server';
import { startWorld, type DemoWorld } from '../../demo/world';
import { DEMO_ZONE } from '../../demo/zone';
import { openAuthority } from '../../scripts/lab/certificates';
import { listenOnLoopback } from '../../scripts/lab/loopback-server';
import { schemaFaults, type Schema } from './schema-faults';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const schema = JSON.parse(readFileSync(join(ROOT, 'docs/check-output.schema.json'), 'utf8')) as Schema;

let directory: string;
let world: DemoWorld;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'waxseal-check-test-'));
  world = await startWorld(DEMO_ZONE, join(directory, 'ca'));
}, 60_000);
afterAll(async () => {
  await world.stop();
  await rm(directory, { recursive: true });
});

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as `npm run check` does, without the installing. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/check.ts', ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      TSX_TSCONFIG_PATH: 'tsconfig.node.json',
      NODE_EXTRA_CA_CERTS: world.caFile,
      INIT_CWD: directory,
      ...environment,
    },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, out, err });
    });
  });
}

/** Where the world's hosts are. */
function inWorld(): string[] {
  const port = String(Object.values(world.hosts)[0]);
  return ['--resolve', `dns.quad9.net:443:127.0.0.1:${port}`, '--resolve', `*.test:443:127.0.0.1:${port}`];
}

interface Output {
  readonly results: readonly {
    readonly domain: string;
    readonly level: string;
    readonly conditional: boolean;
  }[];
}

const TIMEOUT = 30_000;

describe('check', () => {
  it(
    'gives the answers of the browser for the whole zone, in JSON that fits the schema',
    async () => {
      const typed = DEMO_ZONE.map((row) => `someone@${row.typed}`);
      const { status, out } = await run([
        '--json',
        '--from',
        'gmail',
        '--timeout',
        '4000',
        ...inWorld(),
        ...typed,
      ]);
      const output = JSON.parse(out) as Output;
      expect(schemaFaults(output, schema)).toEqual([]);
      expect(output.results.map(({ level, conditional }) => ({ level, conditional }))).toEqual(
        DEMO_ZONE.map(({ expected }) => expected.gmail),
      );
      expect(status).toBe(1);
    },
    TIMEOUT,
  );

  it(
    'prints one line each, the worst first',
    async () => {
      const { status, out, err } = await run([...inWorld(), 'a@sealed.test', 'no-mail.test', 'x@trial.test']);
      expect(
        out
          .trimEnd()
          .split('\n')
          .map((line) => /\S+\.test/.exec(line)?.[0]),
      ).toEqual(['no-mail.test', 'x@trial.test', 'a@sealed.test']);
      expect({ status, err }).toEqual({ status: 1, err: '' });
    },
    TIMEOUT,
  );

  it(
    'returns 0 where all is sealed',
    async () => {
      const { status, out } = await run(['--json', ...inWorld(), 'a@bücher.test', 'trial.test']);
      expect(status).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        results: [
          {
            address: 'a@bücher.test',
            domain: 'xn--bcher-kva.test',
            unicode: 'bücher.test',
            level: 'enforced',
          },
          { address: null, domain: 'trial.test', level: 'expected' },
        ],
      });
    },
    TIMEOUT,
  );

  it(
    'reads no policy when told not to, and says that not looking is not knowing',
    async () => {
      const { status, out } = await run(['--json', '--policies', 'never', ...inWorld(), 'sealed.test']);
      expect(JSON.parse(out)).toMatchObject({
        results: [{ level: 'unknown', mtaSts: { status: 'unread' } }],
      });
      expect(status).toBe(1);
    },
    TIMEOUT,
  );

  it(
    'trusts no certificate it was not told to',
    async () => {
      const { status } = await run([...inWorld(), '--timeout', '3000', 'sealed.test'], {
        NODE_EXTRA_CA_CERTS: '',
      });
      expect(status).toBe(3);
    },
    TIMEOUT,
  );

  it(
    'asks for one domain once, however often it is named',
    async () => {
      const before = world.questions.length;
      await run([...inWorld(), 'a@everyday.test', 'b@everyday.test', 'everyday.test', 'EVERYDAY.test.']);
      const asked = world.questions.slice(before);
      expect(asked.filter((question) => question === 'everyday.test MX')).toHaveLength(1);
      expect(new Set(asked).size).toBe(asked.length);
    },
    TIMEOUT,
  );
});

describe('check: nothing could be looked up', () => {
  it(
    'a resolver that never answers, and no longer than told',
    async () => {
      const { status, out } = await run(['--json', ...inWorld(), '--timeout', '700', 'silent-dns.test']);
      expect(status).toBe(3);
      expect(JSON.parse(out)).toMatchObject({ results: [{ level: 'unknown' }] });
    },
    TIMEOUT,
  );

  it(
    'but an answer that says "failed" is one',
    async () => {
      expect((await run([...inWorld(), 'broken-dns.test'])).status).toBe(1);
    },
    TIMEOUT,
  );
});

describe('check: a resolver without HTTP/2', () => {
  it(
    'holds up nobody behind a question that stalls',
    async () => {
      const certificate = await openAuthority(join(directory, 'ca')).issue('old.resolver.test');
      // Requests of HTTP/1.1 have the shape the handler wants (demo/site.ts).
      const handle = dohHandler(DEMO_ZONE, () => undefined) as unknown as RequestListener;
      const server = await listenOnLoopback(createServer(certificate, handle));
      try {
        const where = ['--doh', 'https://old.resolver.test/dns-query', '--policies', 'never'];
        const port = String(server.port);
        const args = [
          ...where,
          '--resolve',
          `old.resolver.test:443:127.0.0.1:${port}`,
          '--timeout',
          '4000',
          '--json',
        ];
        const { out } = await run([
          ...args,
          'silent-dns.test',
          'no-mail.test',
          'everyday.test',
          'nowhere.test',
        ]);
        expect((JSON.parse(out) as Output).results.map(({ level }) => level)).toEqual([
          'unknown',
          'undeliverable',
          'opportunistic',
          'undeliverable',
        ]);
      } finally {
        await server.stop();
      }
    },
    TIMEOUT,
  );
});

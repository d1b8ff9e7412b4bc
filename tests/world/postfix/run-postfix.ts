/** Real deliveries by Postfix, in a network namespace of their own, with the world's zones and certificates. */
import { spawn } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeScratchDirectory } from '../../../scripts/lab/scratch-directory';
import { atEnd } from '../../../scripts/lab/at-end';
import type { WorldFacts } from '../world-facts';
import type { Delivery } from './mail-log';
import { OWN_ADDRESS } from './postfix-config';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** The resolver checks signatures, and its word may be believed: it stands on the same machine. */
const RESOLV_CONF = 'nameserver 127.0.0.1\noptions edns0 trust-ad timeout:6 attempts:1\n';
const SET_UP = `ip link set lo up && ip address add ${OWN_ADDRESS} dev lo &&
mount --bind "$0/resolv.conf" /etc/resolv.conf && exec "$@"`;

/** Sends one message of each kind to every domain of the world; by recipient, what became of it. */
export async function runPostfix(facts: WorldFacts): Promise<ReadonlyMap<string, Delivery>> {
  const { path: directory, stop } = await makeScratchDirectory('postfix');
  try {
    // Postfix runs as a user of its own.
    await chmod(directory, 0o755);
    await writeFile(join(directory, 'resolv.conf'), RESOLV_CONF);
    await writeFile(join(directory, 'world.json'), JSON.stringify(facts));
    await runInNamespace(directory);
    const text = await readFile(join(directory, 'deliveries.json'), 'utf8');
    return new Map(JSON.parse(text) as [string, Delivery][]);
  } finally {
    await stop();
  }
}

/** Needs root: Postfix changes users, and a namespace of its own wants leave. Rejects with the reason. */
function runInNamespace(directory: string): Promise<void> {
  const script = join(ROOT, 'tests/world/postfix/inside-namespace.ts');
  const program = [process.execPath, '--import', 'tsx', script, directory];
  const args = ['-n', '-m', '-p', '--fork', '--kill-child', '--', 'sh', '-c', SET_UP, directory, ...program];
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.node.json' };
  const child = spawn('unshare', args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const callOff = atEnd(() => child.kill('SIGTERM'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      callOff();
      if (status === 0) resolve();
      else reject(new Error(`Postfix in a network of its own: ended with ${String(status)}\n${output}`));
    });
  });
}

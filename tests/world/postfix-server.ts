import { readFileSync } from 'node:fs';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atEnd } from '../../scripts/lab/at-end';
import type { Certificate } from '../../scripts/lab/certificates';
import { freePort } from '../../scripts/lab/free-port';
import { runCommand } from '../../scripts/lab/run-command';
import { runProcess } from '../../scripts/lab/run-process';
import type { Stoppable } from '../../scripts/lab/stop-all';

export interface MailServer extends Stoppable {
  readonly port: number;
}

/** What a Postfix needs to receive, each service as in its own master.cf, none in a chroot. */
const SERVICES = [
  'postlog unix-dgram n - n - 1 postlogd',
  'cleanup unix n - n - 0 cleanup',
  'rewrite unix - - n - - trivial-rewrite',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'anvil unix - - n - 1 anvil',
  'proxymap unix - - n - - proxymap',
];

/** Starts a real Postfix that receives on loopback, all its files below the directory. Has to be root. */
export async function startPostfix(
  directory: string,
  host: string,
  certificate: Certificate | null,
): Promise<MailServer & { readonly configuration: string }> {
  const port = await freePort();
  const place = (name: string): string => join(directory, name);
  await mkdir(place('queue'), { recursive: true });
  await mkdir(place('data'));
  await chmod(directory, 0o755);
  const postfixUser = Number(await runCommand('id', ['-u', 'postfix']));
  await chown(place('data'), postfixUser, -1);
  const tls =
    certificate === null ? ['smtpd_tls_security_level = none'] : await tlsLines(directory, certificate);
  const settings = [
    ...['compatibility_level = 3.6', `myhostname = ${host}`, `mydestination = ${host}`],
    ...[`queue_directory = ${place('queue')}`, `data_directory = ${place('data')}`],
    ...['inet_interfaces = 127.0.0.1', 'alias_maps =', 'alias_database =', 'maillog_file = /dev/stdout'],
    ...tls,
  ];
  await writeFile(place('main.cf'), `${settings.join('\n')}\n`);
  await writeFile(
    place('master.cf'),
    `${[`127.0.0.1:${port} inet n - n - - smtpd`, ...SERVICES].join('\n')}\n`,
  );
  const running = await runProcess({
    // It opens /dev/stdout by name, which it cannot if that is a socket.
    command: 'sh',
    args: ['-c', 'postfix -c "$0" start-fg 2>&1 | cat', directory],
    ready: (output) => output.includes('daemon started'),
  });
  const callOff = atEnd(() => {
    stopMaster(directory);
  });
  const stop = async (): Promise<void> => {
    stopMaster(directory);
    callOff();
    await running.stop();
  };
  return { port, configuration: directory, stop };
}

/** The master leads a session of its own, so that stopping who started it is not enough. */
function stopMaster(directory: string): void {
  try {
    process.kill(Number(readFileSync(join(directory, 'queue/pid/master.pid'), 'utf8')), 'SIGTERM');
  } catch {
    // It has ended already.
  }
}

async function tlsLines(directory: string, { cert, key }: Certificate): Promise<string[]> {
  const files = { cert: join(directory, 'server.crt'), key: join(directory, 'server.key') };
  await writeFile(files.cert, cert);
  await writeFile(files.key, key, { mode: 0o600 });
  return [
    'smtpd_tls_security_level = may',
    `smtpd_tls_cert_file = ${files.cert}`,
    `smtpd_tls_key_file = ${files.key}`,
  ];
}

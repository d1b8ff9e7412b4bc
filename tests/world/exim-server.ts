import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Certificate } from '../../scripts/lab/certificates';
import { freePort } from '../../scripts/lab/free-port';
import { runProcess } from '../../scripts/lab/run-process';
import { daemonUser, handOver } from './daemon-user';
import type { MailServer } from './postfix-server';

/** Exim is built for a user of this name and does not start where there is none. */
const EXIM_USER = 'Debian-exim';

/**
 * Starts a real Exim on loopback from a directory its package was unpacked to. It sees an /etc/passwd of
 * its own, in a mount namespace, so that nothing of the machine changes. Has to be root.
 */
export async function startExim(
  unpacked: string,
  directory: string,
  host: string,
  certificate: Certificate | null,
): Promise<MailServer> {
  const port = await freePort();
  const user = await daemonUser();
  await mkdir(join(directory, 'spool'), { recursive: true });
  await chmod(directory, 0o755);
  await writeUsers(directory, user.uid, user.gid);
  const files = ['server.crt', 'server.key'].map((name) => join(directory, name));
  await writeFile(files[0] ?? '', certificate?.cert ?? '');
  await writeFile(files[1] ?? '', certificate?.key ?? '', { mode: 0o600 });
  await writeFile(join(directory, 'exim.conf'), settings(directory, host, port, certificate !== null));
  await handOver(user, [directory, join(directory, 'spool'), ...files]);
  const mounts = ['passwd', 'group'].map((name) => `mount --bind "${directory}/${name}" /etc/${name}`);
  const start = `exec "${unpacked}/usr/sbin/exim4" -C "${directory}/exim.conf" -bdf`;
  const running = await runProcess({
    command: 'unshare',
    args: ['-m', 'sh', '-c', [...mounts, start].join(' && ')],
    env: { ...process.env, LD_LIBRARY_PATH: join(unpacked, 'usr/lib/x86_64-linux-gnu') },
    ready: async () =>
      (await readFile(join(directory, 'mainlog'), 'utf8').catch(() => '')).includes('listening'),
  });
  return { port, stop: () => running.stop() };
}

async function writeUsers(directory: string, uid: number, gid: number): Promise<void> {
  const [users, groups] = await Promise.all(
    ['/etc/passwd', '/etc/group'].map((file) => readFile(file, 'utf8')),
  );
  await writeFile(
    join(directory, 'passwd'),
    `${users ?? ''}${EXIM_USER}:x:${uid}:${gid}::/:/usr/sbin/nologin\n`,
  );
  await writeFile(join(directory, 'group'), `${groups ?? ''}${EXIM_USER}:x:${gid}:\n`);
}

function settings(directory: string, host: string, port: number, tls: boolean): string {
  const certificate = [
    `tls_certificate = ${directory}/server.crt`,
    `tls_privatekey = ${directory}/server.key`,
  ];
  return [
    ...[
      `primary_hostname = ${host}`,
      `spool_directory = ${directory}/spool`,
      `log_file_path = ${directory}/%slog`,
    ],
    ...[`pid_file_path = ${directory}/pid`, 'local_interfaces = 127.0.0.1', `daemon_smtp_ports = ${port}`],
    ...['keep_environment =', 'host_lookup =', 'rfc1413_query_timeout = 0s'],
    ...(tls ? ['tls_advertise_hosts = *', ...certificate] : ['tls_advertise_hosts =']),
    ...['begin acl', 'begin routers', 'begin transports', 'begin retry', 'begin rewrite', ''],
  ].join('\n');
}

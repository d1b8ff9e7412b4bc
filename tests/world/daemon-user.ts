import { chown } from 'node:fs/promises';
import { runCommand } from '../../scripts/lab/run-command';

export interface DaemonUser {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the mail programs run as: the web server's user if this is root, else whoever runs this. */
export async function daemonUser(): Promise<DaemonUser> {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0 };
  const [webUid, webGid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number(await runCommand('id', [which, 'www-data']))),
  );
  return { uid: webUid ?? 0, gid: webGid ?? 0 };
}

/** Gives the paths to that user. */
export async function handOver(user: DaemonUser, paths: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) return;
  await Promise.all(paths.map((path) => chown(path, user.uid, user.gid)));
}

/** Debian's Roundcube under PHP's own web server, with a configuration, database and log of its own. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../scripts/lab/free-port';
import { runCommand } from '../../scripts/lab/run-command';
import { runProcess } from '../../scripts/lab/run-process';
import type { Stoppable } from '../../scripts/lab/stop-all';
import { handOver, type DaemonUser } from './daemon-user';

export interface RoundcubePlan {
  readonly directory: string;
  readonly user: DaemonUser;
  readonly imapPort: number;
  readonly smtpPort: number;
}

export interface RoundcubeServer extends Stoppable {
  /** Plain HTTP: browsers come through a TLS proxy. */
  readonly port: number;
}

const CODE = '/var/lib/roundcube/public_html';
const SHIPPED_CONFIG = '/etc/roundcube';
const SCHEMA = '/usr/share/roundcube/SQL/sqlite.initial.sql';
const MAKE_DATABASE =
  '$db = new PDO("sqlite:" . $argv[1], null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);' +
  '$db->exec(file_get_contents($argv[2]));';

/** Starts it; answers as soon as the login page is there. */
export async function startRoundcube(plan: RoundcubePlan): Promise<RoundcubeServer> {
  const { directory, user } = plan;
  const places = ['config', 'logs', 'temp', 'data'].map((name) => join(directory, name));
  await Promise.all(places.map((place) => mkdir(place, { recursive: true })));
  const [config = ''] = places;
  await writeFile(join(config, 'config.inc.php'), configuration(plan));
  await Promise.all(
    ['defaults.inc.php', 'mimetypes.php'].map((name) =>
      copyFile(join(SHIPPED_CONFIG, name), join(config, name)),
    ),
  );
  const database = join(directory, 'data', 'roundcube.sqlite');
  await runCommand('php', ['-r', MAKE_DATABASE, database, SCHEMA]);
  await handOver(user, [...places, database]);
  const port = await freePort();
  const running = await runProcess({
    command: 'php',
    args: ['-S', `127.0.0.1:${port}`, '-t', CODE],
    env: { ...process.env, ROUNDCUBE_CONFIG_DIR: config, PHP_CLI_SERVER_WORKERS: '4' },
    ...(process.getuid?.() === 0 && { user }),
    ready: () => showsLogin(port),
  });
  return { port, stop: running.stop };
}

function configuration({ directory, imapPort, smtpPort }: RoundcubePlan): string {
  return `<?php
$config['db_dsnw'] = 'sqlite:///${directory}/data/roundcube.sqlite?mode=0640';
$config['imap_host'] = '127.0.0.1:${imapPort}';
$config['smtp_host'] = '127.0.0.1:${smtpPort}';
$config['smtp_user'] = '';
$config['smtp_pass'] = '';
$config['log_dir'] = '${directory}/logs/';
$config['temp_dir'] = '${directory}/temp/';
$config['des_key'] = 'waxseal-world-des-key-24';
$config['use_https'] = true;
$config['language'] = 'en_US';
$config['skin'] = 'elastic';
$config['plugins'] = [];
$config['enable_installer'] = false;
`;
}

async function showsLogin(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
  return response !== null && (await response.text()).includes('rcmloginuser');
}

/** Dovecot with one password for everybody. */
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lab/free-port';
import { runProcess } from '../../scripts/lab/run-process';
import type { Stoppable } from '../../scripts/lab/stop-all';
import { handOver, type DaemonUser } from './daemon-user';

export interface ImapServer extends Stoppable {
  readonly port: number;
}

/** Starts it with mailboxes and everything else below the directory. */
export async function startImapServer(
  directory: string,
  user: DaemonUser,
  password: string,
): Promise<ImapServer> {
  const mail = join(directory, 'mail');
  await mkdir(mail, { recursive: true });
  await handOver(user, [mail]);
  const port = await freePort();
  const file = join(directory, 'dovecot.conf');
  await writeFile(file, configuration(directory, user, password, port));
  const running = await runProcess({
    command: '/usr/sbin/dovecot',
    args: ['-F', '-c', file],
    ready: () => greets(port),
  });
  return { port, stop: running.stop };
}

function configuration(directory: string, user: DaemonUser, password: string, port: number): string {
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${directory}/mail/%u
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${user.uid} gid=${user.gid} home=${directory}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = subscribe
  }
  mailbox Sent {
    auto = subscribe
  }
  mailbox Trash {
    auto = subscribe
  }
}
${ownUserOnly()}service imap-login {
  ${chrootLine()}inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

/** Without root Dovecot can neither change its user nor its root directory. */
function ownUserOnly(): string {
  if (process.getuid?.() === 0) return '';
  const { username } = userInfo();
  return `default_internal_user = ${username}
default_login_user = ${username}
service anvil {
  chroot =
}
`;
}

function chrootLine(): string {
  return process.getuid?.() === 0 ? '' : 'chroot =\n  ';
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', (greeting) => {
      socket.destroy();
      resolve(greeting.toString().startsWith('* OK'));
    });
    socket.once('error', () => {
      resolve(false);
    });
    socket.once('close', () => {
      resolve(false);
    });
  });
}

/** Postfix with one transport for each sender and each behaviour of the mail servers it meets. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deviation, Sink } from '../domain-row';
import { heloName } from './starttls-sink';

export type PostfixSender = Deviation['sender'];

export const POSTFIX_SENDERS: readonly PostfixSender[] = ['dane', 'mta-sts'];
export const SINKS: readonly Sink[] = ['no-starttls', 'wrong-certificate', 'right-certificate'];
/** Postfix's own address is one that nobody sends to: mail to it would go in a circle. */
export const OWN_ADDRESS = '127.0.0.100';
export const POLICY_DAEMON_PORT = 8461;

/** The address a message goes to, which chooses its transport. */
export function recipientOf(sender: PostfixSender, sink: Sink, domain: string): string {
  return `${transportOf(sender, sink)}@${domain}`;
}

export interface PostfixPaths {
  readonly configDir: string;
  readonly logFile: string;
}

/** Writes a configuration below the directory; `caFile`: the roots Postfix trusts. */
export async function writePostfixConfig(directory: string, caFile: string): Promise<PostfixPaths> {
  const configDir = join(directory, 'config');
  const logDir = join(directory, 'log');
  const transports = join(configDir, 'transports');
  for (const place of [configDir, logDir, join(directory, 'queue')]) await mkdir(place, { recursive: true });
  const logFile = join(logDir, 'mail.log');
  await writeFile(join(configDir, 'main.cf'), mainFile({ directory, caFile, transports, logDir, logFile }));
  await writeFile(join(configDir, 'master.cf'), masterFile());
  await writeFile(transports, eachTransport((name) => `/^${name}@/ ${name}:`).join('\n'));
  return { configDir, logFile };
}

function mainFile(paths: Readonly<Record<string, string>>): string {
  const { directory = '', caFile = '', transports = '', logDir = '', logFile = '' } = paths;
  return `compatibility_level = 3.6
queue_directory = ${join(directory, 'queue')}
data_directory = ${join(directory, 'data')}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${logFile}
maillog_file_prefixes = ${logDir}
myhostname = sender.invalid
mydestination =
local_recipient_maps =
alias_maps =
inet_interfaces = ${OWN_ADDRESS}
inet_protocols = all
transport_maps = regexp:${transports}
notify_classes =
smtputf8_enable = no
smtp_connection_cache_on_demand = no
smtp_connect_timeout = 5s
smtp_tls_loglevel = 1
smtp_tls_CAfile = ${caFile}
`;
}

function masterFile(): string {
  return `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n - 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n - 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
${eachTransport(transportEntry).join('\n')}
`;
}

function transportEntry(name: string, sender: PostfixSender, sink: Sink): string {
  const options = {
    dane: ['smtp_tls_security_level=dane', 'smtp_dns_support_level=dnssec'],
    'mta-sts': [
      'smtp_tls_security_level=may',
      `smtp_tls_policy_maps=socketmap:inet:127.0.0.1:${POLICY_DAEMON_PORT}:postfix`,
    ],
  }[sender];
  const all = [`syslog_name=postfix/${name}`, `smtp_helo_name=${heloName(sink)}`, ...options];
  return `${name} unix - - n - 8 smtp${all.map((option) => `\n  -o ${option}`).join('')}`;
}

function eachTransport<Result>(make: (name: string, sender: PostfixSender, sink: Sink) => Result): Result[] {
  return POSTFIX_SENDERS.flatMap((sender) =>
    SINKS.map((sink) => make(transportOf(sender, sink), sender, sink)),
  );
}

function transportOf(sender: PostfixSender, sink: Sink): string {
  return `${sender}-${sink}`;
}

/**
 * Runs inside a network of its own, where the world's names and servers have their real ports: sends a
 * message to every domain from every sender and writes down what became of it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAuthority } from '../../../scripts/lab/certificates';
import { runCommand } from '../../../scripts/lab/run-command';
import { runProcess } from '../../../scripts/lab/run-process';
import { StartedParts } from '../../../scripts/lab/stop-all';
import { DOMAINS } from '../domains';
import { startPolicyServer } from '../policy-server';
import { startResolver } from '../resolver';
import { startSilentNameServer } from '../silent-name-server';
import type { WorldFacts } from '../world-facts';
import { filteredNames, stalledNames } from '../zones';
import { readMailLog, type Delivery } from './mail-log';
import {
  POLICY_DAEMON_PORT,
  POSTFIX_SENDERS,
  recipientOf,
  SINKS,
  writePostfixConfig,
} from './postfix-config';
import { startStartTlsSink } from './starttls-sink';

/** Milliseconds for everything to be delivered or given back. */
const PATIENCE_MS = 100_000;

async function main([directory = '']: readonly string[]): Promise<void> {
  const parts = new StartedParts();
  const facts = JSON.parse(await readFile(join(directory, 'world.json'), 'utf8')) as WorldFacts;
  try {
    await Promise.all([startServers(directory, facts, parts), startPolicies(directory, facts, parts)]);
    const deliveries = await sendAll(directory, facts, parts);
    await writeFile(join(directory, 'deliveries.json'), JSON.stringify([...deliveries]));
  } finally {
    await parts.stopAll();
  }
}

async function startServers(directory: string, facts: WorldFacts, parts: StartedParts): Promise<void> {
  const authority = openAuthority(facts.authorityDir);
  const [silent, certificate, wrong, root] = await Promise.all([
    startSilentNameServer().then((server) => parts.keep(server)),
    authority.issue('localhost'),
    authority.issue('somebody-else.invalid', { flaw: 'self-signed' }),
    readFile(facts.caFile, 'utf8'),
  ]);
  const { cert, key } = facts.mailCertificate;
  // The root goes with it: TLSA records may pin an authority, which must then be sent (RFC 7671 §5.2.2).
  const right = { cert: `${cert}\n${root}`, key };
  parts.keep(await startStartTlsSink({ 'wrong-certificate': wrong, 'right-certificate': right }));
  const tree = { files: new Map(Object.entries(facts.zoneFiles)), rootAnchorFile: facts.rootAnchorFile };
  const outOfReach = { stalled: stalledNames(DOMAINS), filtered: filteredNames(DOMAINS) };
  const place = { directory: join(directory, 'resolver'), plainPort: 53 };
  parts.keep(await startResolver({ ...place, ...outOfReach, tree, certificate, silentPort: silent.port }));
}

async function startPolicies(directory: string, facts: WorldFacts, parts: StartedParts): Promise<void> {
  const authority = openAuthority(facts.authorityDir);
  const log = join(directory, 'policies.log');
  parts.keep(await startPolicyServer(DOMAINS, authority, log, 443));
  const config = join(directory, 'policy-daemon.yml');
  await writeFile(
    config,
    `host: 127.0.0.1
port: ${POLICY_DAEMON_PORT}
cache: { type: internal, options: { cache_size: 10000 } }
default_zone: { strict_testing: false, timeout: 4 }
`,
  );
  const daemon = await runProcess({
    command: 'mta-sts-daemon',
    args: ['-v', 'info', '-c', config],
    env: { ...process.env, SSL_CERT_FILE: facts.caFile },
    ready: (output) => output.includes('Server started'),
  });
  parts.keep(daemon);
}

async function sendAll(
  directory: string,
  facts: WorldFacts,
  parts: StartedParts,
): Promise<ReadonlyMap<string, Delivery>> {
  const { configDir, logFile } = await writePostfixConfig(join(directory, 'postfix'), facts.caFile);
  const readLog = (): Promise<string> => readFile(logFile, 'utf8').catch(() => '');
  const postfix = await runProcess({
    command: 'postfix',
    args: ['-c', configDir, 'start-fg'],
    ready: async () => (await readLog()).includes('daemon started'),
  });
  parts.keep({
    // Its daemons are in process groups of their own: only it can stop them.
    stop: async () => {
      await runCommand('postfix', ['-c', configDir, 'stop']);
      await postfix.stop();
    },
  });
  const recipients = DOMAINS.flatMap(({ domain }) =>
    POSTFIX_SENDERS.flatMap((sender) => SINKS.map((sink) => recipientOf(sender, sink, domain))),
  );
  const message = join(directory, 'message.txt');
  await writeFile(message, 'Subject: how do you travel?\n\nSealed or not.\n');
  const submit = `exec sendmail -C "$0" -f '' -i "$@" < '${message}'`;
  await runCommand('sh', ['-c', submit, configDir, ...recipients]);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const log = await readLog();
    const deliveries = readMailLog(log);
    if (recipients.every((recipient) => deliveries.has(recipient))) return deliveries;
    if (Date.now() > deadline) throw new Error(`not all came to an end:\n${log.slice(-4_000)}`);
    await sleep(250);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

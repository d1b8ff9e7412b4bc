import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateAuthority } from '../../scripts/lab/certificates';
import type { HostMap } from '../../scripts/lab/host-map';
import type { StartedParts } from '../../scripts/lab/stop-all';
import { startTlsProxy } from '../../scripts/lab/tls-proxy';
import { daemonUser } from './daemon-user';
import { startImapServer } from './imap-server';
import { startRoundcube } from './roundcube';
import { startSmtpSink } from './smtp-sink';
import type { WebmailFacts } from './world-facts';

const HOST = 'webmail.test';
const PASSWORD = 'open-sesame';

/** Starts Roundcube at https://webmail.test, with mailboxes behind it and a sink for what it sends. */
export async function startWebmail(
  directory: string,
  authority: CertificateAuthority,
  parts: StartedParts,
): Promise<{ facts: WebmailFacts; hostMap: HostMap }> {
  const sentDir = join(directory, 'sent');
  await mkdir(directory, { recursive: true });
  const [user, smtp, certificate] = await Promise.all([
    daemonUser(),
    startSmtpSink(sentDir).then((sink) => parts.keep(sink)),
    authority.issue(HOST),
  ]);
  const imap = parts.keep(await startImapServer(join(directory, 'imap'), user, PASSWORD));
  const plan = { directory: join(directory, 'roundcube'), user, imapPort: imap.port, smtpPort: smtp.port };
  const { port } = parts.keep(await startRoundcube(plan));
  const proxy = parts.keep(await startTlsProxy(new Map([[HOST, { certificate, targetPort: port }]])));
  const facts = { url: `https://${HOST}/`, user: 'writer@home.test', password: PASSWORD, sentDir };
  return { facts, hostMap: { [HOST]: proxy.port } };
}

/** unbound as authority of the signed tree and as validating DNS-over-HTTPS resolver in front of it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Certificate } from '../../scripts/lab/certificates';
import { freePorts } from '../../scripts/lab/free-port';
import { runProcess } from '../../scripts/lab/run-process';
import type { Stoppable } from '../../scripts/lab/stop-all';
import type { SignedTree } from './sign-zones';

export interface ResolverPlan {
  readonly directory: string;
  readonly tree: SignedTree;
  readonly certificate: Certificate;
  /** Origins whose name server is the one at the port, which never answers. */
  readonly stalled: readonly string[];
  readonly silentPort: number;
  /** Names the resolver itself says do not exist. */
  readonly filtered?: readonly string[];
  /** For plain DNS; default: a free one. */
  readonly plainPort?: number;
}

export interface Resolver extends Stoppable {
  readonly port: number;
  /** Plain DNS, by UDP and TCP. */
  readonly plainPort: number;
  /** One line for each question that was asked. */
  readonly queryLog: string;
}

/** Starts the resolver; it answers at https://…:PORT/dns-query, HTTP/2 only. */
export async function startResolver(plan: ResolverPlan): Promise<Resolver> {
  const { directory } = plan;
  await mkdir(directory, { recursive: true });
  const [port = 0, freePort = 0] = await freePorts(2);
  const { plainPort = freePort } = plan;
  const file = join(directory, 'unbound.conf');
  const queryLog = join(directory, 'queries.log');
  await writeFile(join(directory, 'doh.key'), plan.certificate.key);
  await writeFile(join(directory, 'doh.crt'), plan.certificate.cert);
  await writeFile(queryLog, '');
  await writeFile(
    file,
    [serverSection(plan, { port, plainPort }, queryLog), ...zoneSections(plan), ''].join('\n'),
  );
  const running = await runProcess({
    command: '/usr/sbin/unbound',
    args: ['-d', '-c', file],
    ready: () => accepts(port),
  });
  return { port, plainPort, queryLog, stop: running.stop };
}

function serverSection(
  { directory, tree, filtered = [] }: ResolverPlan,
  { port, plainPort }: Pick<Resolver, 'port' | 'plainPort'>,
  queryLog: string,
): string {
  return `server:
 do-daemonize: no
 username: ""
 chroot: ""
 directory: "${directory}"
 pidfile: ""
 num-threads: 1
 use-syslog: no
 logfile: "${queryLog}"
 log-queries: yes
 interface: 127.0.0.1@${plainPort}
 interface: 127.0.0.1@${port}
 https-port: ${port}
 http-endpoint: "/dns-query"
 tls-service-key: "${join(directory, 'doh.key')}"
 tls-service-pem: "${join(directory, 'doh.crt')}"
 access-control: 127.0.0.0/8 allow
 incoming-num-tcp: 200
 do-not-query-localhost: no
 do-ip6: no
 ede: yes
 module-config: "validator iterator"
 val-nsec3-keysize-iterations: "1024 100 2048 100 4096 100"
 trust-anchor-file: "${tree.rootAnchorFile}"
 local-zone: "test." nodefault${filtered.map((name) => `\n local-zone: "${name}." always_nxdomain`).join('')}
 infra-host-ttl: 0
 outbound-msg-retry: 200
 max-sent-count: 400
remote-control:
 control-enable: no`;
}

function zoneSections({ tree, stalled, silentPort }: ResolverPlan): string[] {
  const served = [...tree.files].map(
    ([origin, file]) => `auth-zone:
 name: "${origin}."
 zonefile: "${file}"
 for-downstream: no
 for-upstream: yes
 fallback-enabled: no`,
  );
  const silent = stalled.map(
    (origin) => `stub-zone:
 name: "${origin}."
 stub-addr: 127.0.0.1@${silentPort}`,
  );
  return [...served, ...silent];
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });
}

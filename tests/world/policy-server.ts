/** The policy hosts of the table: one https server, a certificate for each name, each with its behaviour. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { CertificateAuthority } from '../../scripts/lab/certificates';
import { listenOn, type LoopbackServer } from '../../scripts/lab/loopback-server';
import type { DomainRow, PolicyBehaviour } from './domain-row';

const PATH = '/.well-known/mta-sts.txt';

export interface PolicyServer extends LoopbackServer {
  /** The https hosts it stands for. */
  readonly hosts: readonly string[];
}

/** Starts the server, on a free port unless told. Each request that comes through is a line `METHOD https://host/path` in the log file. */
export async function startPolicyServer(
  rows: readonly DomainRow[],
  authority: CertificateAuthority,
  logFile: string,
  port = 0,
): Promise<PolicyServer> {
  const behaviours = new Map(
    rows.flatMap((row) => (row.policy ? [[`mta-sts.${row.domain}`, row.policy]] : [])),
  );
  const contexts = await issueAll(behaviours, authority);
  writeFileSync(logFile, '');
  const server = createServer(
    {
      SNICallback: (name, answer) => {
        const context = contexts.get(name);
        if (context === undefined) answer(new Error(`no policy host ${name}`));
        else answer(null, context);
      },
    },
    (request, response) => {
      const host = (request.headers.host ?? '').split(':')[0] ?? '';
      appendFileSync(logFile, `${request.method ?? ''} https://${host}${request.url ?? ''}\n`);
      answer(request, response, behaviours.get(host));
    },
  );
  return { ...(await listenOn(server, '127.0.0.1', port)), hosts: [...behaviours.keys()] };
}

/** The requests in the log since a mark: the number known then. Works in any process. */
export function policyRequestsSince(logFile: string, mark = 0): string[] {
  const lines = readFileSync(logFile, 'utf8').split('\n');
  return lines.filter((line) => line !== '').slice(mark);
}

async function issueAll(
  behaviours: ReadonlyMap<string, PolicyBehaviour>,
  authority: CertificateAuthority,
): Promise<ReadonlyMap<string, SecureContext>> {
  const issued = [...behaviours].map(async ([host, behaviour]) => {
    const certificate = await authority.issue(host, { flaw: behaviour.flaw });
    return [host, createSecureContext(certificate)] as const;
  });
  return new Map(await Promise.all(issued));
}

function answer(request: IncomingMessage, response: ServerResponse, behaviour?: PolicyBehaviour): void {
  if (behaviour?.hangs) return;
  if (behaviour === undefined || request.method !== 'GET' || request.url !== PATH) {
    response.writeHead(404).end();
    return;
  }
  const { status = 200, contentType = 'text/plain; charset=utf-8', location, body } = behaviour;
  response.writeHead(status, { 'content-type': contentType, ...(location !== undefined && { location }) });
  response.end(body);
}

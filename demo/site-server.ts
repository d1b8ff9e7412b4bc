/** All sites of the demo behind one loopback port, told apart by the name in the TLS handshake. */
import { createSecureServer } from 'node:http2';
import { createSecureContext } from 'node:tls';
import type { SecureContext } from 'node:tls';
import type { CertificateAuthority } from '../scripts/lab/certificates';
import { listenOnLoopback } from '../scripts/lab/loopback-server';
import type { LoopbackServer } from '../scripts/lab/loopback-server';
import { send } from './site';
import type { Request, Site } from './site';

/** Starts the sites on a free port of 127.0.0.1, over HTTP/2 and HTTP/1.1. */
export async function startSites(
  authority: CertificateAuthority,
  sites: readonly Site[],
): Promise<LoopbackServer> {
  const contexts = await issueContexts(authority, sites);
  const server = createSecureServer({
    allowHTTP1: true,
    SNICallback: (name, answer) => {
      const context = contexts.get(name.toLowerCase());
      if (context) answer(null, context);
      else answer(new Error(`no certificate for ${name}`));
    },
  });
  server.on('request', (request, response) => {
    const host = hostOf(request);
    const site = sites.find((one) => one.host === host);
    if (site) site.handle(request, response);
    else send(response, 421, 'text/plain', `No site ${host} here`);
  });
  return listenOnLoopback(server);
}

/** A certificate for each host of its own, else the browser would share one HTTP/2 connection among hosts. */
async function issueContexts(
  authority: CertificateAuthority,
  sites: readonly Site[],
): Promise<ReadonlyMap<string, SecureContext>> {
  const contexts = new Map<string, SecureContext>();
  for (const { host, flaw } of sites) {
    contexts.set(host, createSecureContext(await authority.issue(host, { flaw })));
  }
  return contexts;
}

/** Host of a request without its port, lower case. */
function hostOf(request: Request): string {
  const authority = request.headers[':authority'] ?? request.headers.host ?? '';
  return authority.replace(/:\d+$/, '').toLowerCase();
}

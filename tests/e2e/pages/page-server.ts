/** Serves the pages of this directory as if they were a webmail that nobody can run at home. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { openAuthority } from '../../../scripts/lab/certificates';
import { listenOnLoopback, type LoopbackServer } from '../../../scripts/lab/loopback-server';
import type { WorldFacts } from '../../world/world-facts';

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/mail/u/0/': ['gmail.html', 'text/html; charset=utf-8'],
  '/gmail.css': ['gmail.css', 'text/css; charset=utf-8'],
  '/gmail.js': ['gmail.js', 'text/javascript; charset=utf-8'],
};

/** As strict as a webmail's own can be: whoever puts something into the page must manage without markup texts. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Starts the server with a certificate of the world's authority for the host. */
export async function startPageServer(world: WorldFacts, host: string): Promise<LoopbackServer> {
  const certificate = await openAuthority(world.authorityDir).issue(host);
  const server = createServer({ ...certificate }, (request, response) => {
    const known = FILES[(request.url ?? '').split('?')[0] ?? ''];
    if (known === undefined) {
      response.writeHead(404).end();
      return;
    }
    const [file, type] = known;
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
    response.end(readFileSync(new URL(file, import.meta.url)));
  });
  return listenOnLoopback(server);
}

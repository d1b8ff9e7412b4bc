/** The demo's sites on loopback, and requests to them as their certificates and names demand. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSites } from '../../demo/site-server';
import type { Site } from '../../demo/site';
import { makeAuthority } from '../../scripts/lab/certificates';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

export interface DemoSites {
  readonly port: number;
  /** The authority's certificate, PEM. */
  readonly ca: string;
  /** GET over HTTP/1.1; rejects if the certificate does not fit. */
  readonly get: (host: string, path: string, method?: string) => Promise<Reply>;
  /** The same over HTTP/2. */
  readonly get2: (host: string, path: string) => Promise<Reply>;
  readonly stop: () => Promise<void>;
}

/** Starts the sites under an authority of their own. */
export async function startDemoSites(sites: readonly Site[]): Promise<DemoSites> {
  const directory = await mkdtemp(join(tmpdir(), 'waxseal-demo-test-'));
  const authority = await makeAuthority(directory);
  const server = await startSites(authority, sites);
  const ca = await readFile(authority.caFile, 'utf8');
  return {
    port: server.port,
    ca,
    get: (host, path, method = 'GET') => get(host, path, method, server.port, ca),
    get2: (host, path) => get2(host, path, server.port, ca),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true });
    },
  };
}

function get(host: string, path: string, method: string, port: number, ca: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, ca, servername: host, headers: { host } };
    request({ ...options, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const type = response.headers['content-type'] ?? '';
        resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });
}

function get2(host: string, path: string, port: number, ca: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const session = connect(`https://${host}`, { host: '127.0.0.1', port, ca, servername: host });
    session.on('error', reject);
    const stream = session.request({ ':path': path });
    const parts: Buffer[] = [];
    let head = { status: 0, type: '' };
    stream.on('response', (headers) => {
      head = { status: headers[':status'] ?? 0, type: headers['content-type'] ?? '' };
    });
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('error', reject);
    stream.on('end', () => {
      session.close();
      resolve({ ...head, body: Buffer.concat(parts) });
    });
  });
}

/** A web site of the demo: a host, how it answers, and whether its certificate is sound. */
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { CertificateFlaw } from '../scripts/lab/certificates';

/** Requests of HTTP/2, and those of HTTP/1.1 in the same shape. */
export type Request = Http2ServerRequest;
export type Response = Http2ServerResponse;
export type Handle = (request: Request, response: Response) => void;

export interface Site {
  readonly host: string;
  readonly handle: Handle;
  readonly flaw?: CertificateFlaw;
}

/** Sends a whole answer. */
export function send(response: Response, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

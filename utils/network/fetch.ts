/**
 * The part of `fetch` and of a timer that this room uses. Both arrive as arguments: the extension hands
 * in its own, Node undici's, tests whatever they like. `fetch` is called without a receiver, as browsers
 * demand of theirs.
 */

/** What every request of this project says: no cookies, no referrer, no cache, no redirect. */
export interface FetchInit {
  readonly method: 'GET';
  readonly headers: Record<string, string>;
  readonly credentials: 'omit';
  readonly referrerPolicy: 'no-referrer';
  readonly cache: 'no-store';
  readonly redirect: 'error';
  readonly signal: AbortSignal;
}

export interface BodyReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
}

/** Rejects where no response came: no network, TLS failed, redirected, aborted. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** Calls back once after so many milliseconds; returns how to call it off. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** Whether requests to this URL are permitted; asked before every request. */
export type HasPermission = (url: string) => Promise<boolean>;

/**
 * The options of a request that tells the other side as little as can be: `accept-language: *` because
 * the browser would otherwise send the user's languages.
 */
export function plainGet(headers: Record<string, string>, signal: AbortSignal): FetchInit {
  return {
    method: 'GET',
    headers: { ...headers, 'accept-language': '*' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'error',
    signal,
  };
}

/** What became of one GET of a policy file (RFC 8461 §3.3). */
export type PolicyFetchFailureCode =
  /** DNS, TCP, TLS, certificate, or a redirect, which must not be followed (RFC 8461 §3.3): fetch() does not tell which. */
  | 'unreachable'
  /** A status other than 200. */
  | 'status'
  /** Not text/plain (RFC 8461 §3.2). */
  | 'media-type'
  /** Over 64 KiB (RFC 8461 §3.3). */
  | 'too-large'
  | 'timeout'
  /** No permission for the host; nothing was sent. */
  | 'no-permission';

export type PolicyFetchOutcome =
  | { readonly status: 'fetched'; readonly body: Uint8Array; readonly at: number }
  | {
      readonly status: 'failed';
      readonly failure: {
        readonly code: PolicyFetchFailureCode;
        readonly httpStatus?: number;
        readonly mediaType?: string;
      };
      readonly at: number;
    };

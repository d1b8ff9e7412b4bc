/**
 * Fetches MTA-STS policy files (RFC 8461 §3.3). `fetch` itself checks the certificate against the policy
 * host's name and the trusted roots; a redirect, which must not be followed, comes as a failure that
 * cannot be told from an unreachable host.
 */
import { hostText, parseName } from '@/utils/dns/name';
import type { PolicyFetchOutcome } from '@/utils/mta-sts/fetch-outcome';
import { isPlainText } from '@/utils/mta-sts/media-type';
import { OUT_OF_TIME, withDeadline } from './deadline';
import { plainGet, type After, type Fetch, type FetchResponse, type HasPermission } from './fetch';
import { isPermitted } from './permission';
import { discardBody, readBody } from './read-body';

/** GETs the policy file of one domain. Never rejects; an aborted signal gives a `timeout` failure. */
export type GetPolicy = (domain: string, signal: AbortSignal) => Promise<PolicyFetchOutcome>;

export interface PolicyFetcherOptions {
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly after: After;
  /** For the whole GET; RFC 8461 §3.3 suggests a minute. */
  readonly timeoutMs: number;
  /** Asked before every GET; false: nothing is sent (`no-permission`). */
  readonly hasPermission?: HasPermission;
}

type Failure = (PolicyFetchOutcome & { status: 'failed' })['failure'];
type Reading = { readonly body: Uint8Array } | { readonly failure: Failure };

/** RFC 8461 §3.3: "a suggested maximum policy size is 64 kilobytes". */
const MAX_POLICY_OCTETS = 64 * 1024;

/** Makes the function that GETs one domain's policy file. It never rejects. */
export function makePolicyFetcher(options: PolicyFetcherOptions): GetPolicy {
  return async (domain, signal) => {
    const limit = { signal, after: options.after, milliseconds: options.timeoutMs };
    const reading = await withDeadline(limit, (inner) => get(options, policyUrl(domain), inner));
    const at = options.now();
    if (reading === OUT_OF_TIME) return { status: 'failed', failure: { code: 'timeout' }, at };
    if ('failure' in reading) return { status: 'failed', failure: reading.failure, at };
    return { status: 'fetched', body: reading.body, at };
  };
}

/** RFC 8461 §3.3; null where no such host can exist, so that no text ever becomes another host's URL. */
export function policyUrl(domain: string): string | null {
  const host = asHost(domain);
  const policyHost = host === null ? null : asHost(`mta-sts.${host}`);
  return policyHost === null ? null : `https://${policyHost}/.well-known/mta-sts.txt`;
}

function asHost(text: string): string | null {
  const name = parseName(text);
  return name === null ? null : hostText(name);
}

async function get(options: PolicyFetcherOptions, url: string | null, signal: AbortSignal): Promise<Reading> {
  const { fetch, hasPermission } = options;
  if (url === null) return { failure: { code: 'unreachable' } };
  if (!(await isPermitted(hasPermission, url))) return { failure: { code: 'no-permission' } };
  if (signal.aborted) return { failure: { code: 'timeout' } };
  try {
    return await readPolicy(await fetch(url, plainGet({}, signal)));
  } catch {
    return { failure: { code: 'unreachable' } };
  }
}

async function readPolicy(response: FetchResponse): Promise<Reading> {
  const refusal = refuse(response);
  if (refusal !== null) {
    discardBody(response);
    return { failure: refusal };
  }
  const body = await readBody(response, MAX_POLICY_OCTETS);
  return body === null ? { failure: { code: 'too-large' } } : { body };
}

function refuse({ status, headers }: FetchResponse): Failure | null {
  // RFC 8461 §3.3: a policy is valid only with status 200, not with any other 2xx.
  if (status !== 200) return { code: 'status', httpStatus: status };
  const mediaType = headers.get('content-type');
  // RFC 8461 §3.2: the media type should be checked, so that no upload of users becomes a policy.
  if (isPlainText(mediaType)) return null;
  return mediaType === null ? { code: 'media-type' } : { code: 'media-type', mediaType };
}

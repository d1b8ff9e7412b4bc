/**
 * Asking for permissions. Each function makes exactly one `permissions.request`, at once and synchronously:
 * call it first thing in the click handler, before any `await`, because both browsers want the click.
 */
import { browser } from 'wxt/browser';
import { asksForDataCollection, DATA_COLLECTION, forBrowser, type Wanted } from './held-permissions';
import { EVERY_HOST, hostPattern } from './host-pattern';

/** The click that starts checking: the hosts needed (resolvers, webmails) and Firefox's own consent. */
export function requestStart(urls: readonly string[]): Promise<boolean> {
  const origins = patternsOf(urls);
  return request(asksForDataCollection() ? { origins, data_collection: DATA_COLLECTION } : { origins });
}

/** A self-hosted webmail, a resolver, or one domain's policy file. */
export function requestHosts(urls: readonly string[]): Promise<boolean> {
  return request({ origins: patternsOf(urls) });
}

/** Reading the policy file of any domain. It registers no content script anywhere. */
export function requestEveryHost(): Promise<boolean> {
  return request({ origins: [EVERY_HOST] });
}

/** Resolves to whether everything is granted; also false if the browser would not even ask. Never rejects. */
function request(wanted: Wanted): Promise<boolean> {
  try {
    return browser.permissions.request(forBrowser(wanted)).catch(() => false);
  } catch {
    return Promise.resolve(false);
  }
}

/** Patterns for `requestHosts`, each once. A URL that is not https cannot be granted and is left out. */
function patternsOf(urls: readonly string[]): string[] {
  const patterns = urls.map(hostPattern).filter((pattern): pattern is string => pattern !== null);
  return [...new Set(patterns)];
}

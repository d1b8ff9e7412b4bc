/**
 * What the browser allows now. Permissions only enable: whether something is done is for the settings to
 * say. Nothing is remembered here, because the user can take a permission away at any moment.
 */
import { browser } from 'wxt/browser';
import { EVERY_HOST, hostPattern } from './host-pattern';

/** Firefox's own consent to send data out, named in the manifest and withdrawn in the add-ons manager. */
export const DATA_COLLECTION = ['personalCommunications'] as const;

/** Whether a URL may be fetched with host permission, so that no Origin header is sent. Never rejects. */
export async function mayFetch(url: string): Promise<boolean> {
  const pattern = hostPattern(url);
  return pattern !== null && holds({ origins: [pattern] });
}

/** Whether policy files may be read from any domain. Never rejects. */
export async function mayFetchAnywhere(): Promise<boolean> {
  return holds({ origins: [EVERY_HOST] });
}

/** Whether the browser's own consent to sending data is given; true where the browser has none. Never rejects. */
export async function mayCollectData(): Promise<boolean> {
  return !asksForDataCollection() || holds({ data_collection: DATA_COLLECTION });
}

/** Whether this browser has a consent of its own: Firefox, whose manifest names it. Chrome throws on the word. */
export function asksForDataCollection(): boolean {
  return 'browser_specific_settings' in browser.runtime.getManifest();
}

/** A question to, or request of, `permissions`, with what only Firefox knows. */
export interface Wanted {
  readonly origins?: readonly string[];
  readonly data_collection?: readonly string[];
}

async function holds(wanted: Wanted): Promise<boolean> {
  return browser.permissions.contains(forBrowser(wanted)).catch(() => false);
}

/** The same in the browser's own types, which lack `data_collection`. */
export function forBrowser(wanted: Wanted): Parameters<typeof browser.permissions.contains>[0] {
  const { origins = [], ...rest } = wanted;
  return { ...rest, origins: [...origins] };
}

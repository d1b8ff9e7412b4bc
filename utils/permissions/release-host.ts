/** Giving a permission back. */
import { browser } from 'wxt/browser';
import { forBrowser } from './held-permissions';
import { EVERY_HOST, hostPattern } from './host-pattern';

/**
 * Gives back the permission for one host, when a self-hosted webmail or a resolver is no longer used.
 * Resolves to whether it was given back; false also for a required host. Never rejects.
 *
 * There is deliberately no way here to give back "every host": in Chrome that takes the required hosts
 * and every single grant along (docs/permissions.md).
 */
export async function releaseHost(url: string): Promise<boolean> {
  const pattern = hostPattern(url);
  if (pattern === null || pattern === EVERY_HOST) return false;
  return browser.permissions.remove(forBrowser({ origins: [pattern] })).catch(() => false);
}

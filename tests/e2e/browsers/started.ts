import { inject } from 'vitest';
import type { WebmailFacts, WorldFacts } from '../../world/world-facts';
import type { BrowserPlan, DrivenBrowser } from './driver';
import { startBrowser } from './browser-under-test';

export interface Started {
  readonly browser: DrivenBrowser;
  readonly world: WorldFacts;
  readonly webmail: WebmailFacts;
}

/**
 * A browser with a fresh profile in front of the world. `allow` names the optional hosts the user is going to
 * allow; `moreHosts` adds https hosts a scenario made for itself.
 */
export async function startInWorld(
  allow: readonly string[],
  moreHosts: Readonly<Record<string, number>> = {},
  more: Pick<BrowserPlan, 'privateWindows' | 'withheldHosts'> = {},
): Promise<Started> {
  const world = inject('world');
  if (world.webmail === null) throw new Error('the world was started without its webmail');
  const hostMap = { ...world.hostMap, ...moreHosts };
  const browser = await startBrowser({ hostMap, caFile: world.caFile, allow, ...more });
  return { browser, world, webmail: world.webmail };
}

/** The webmail's one origin, as a pattern. */
export function originPattern(webmail: WebmailFacts): string {
  return `${new URL(webmail.url).origin}/*`;
}

import { withoutPage, withPage, type PageStanding } from './page-standing';
import type { PopupWorld } from './popup-world';

export type UsablePage = Exclude<PageStanding, { kind: 'unusable' }>;

/**
 * Switches the webmail of a page on, as soon as the browser has granted its host. Resolves to whether it was
 * granted; if not, nothing is left of the wish.
 */
export async function useWebmail(
  world: PopupWorld,
  page: UsablePage,
  granted: Promise<boolean>,
): Promise<boolean> {
  // The permission for these is the manifest's; nobody waits for it, so the wish is written down at once.
  if (page.kind === 'mainstream') await world.updateSettings((current) => withPage(page, current));
  const allowed = await granted;
  if (allowed) {
    await world.updateSettings((current) => withPage(page, current));
    await world.ask({ kind: 'settings-changed' });
  } else if (page.kind === 'mainstream' && !page.on) {
    await world.updateSettings((current) => withoutPage(page, current));
  }
  await world.dropPendingWebmail();
  return allowed;
}

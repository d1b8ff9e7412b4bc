/** Keeps content scripts where the settings want them, also in tabs that are open already. */
import { tellTab } from '@/utils/messaging/ask-tab';
import { injectInto, tabsAt } from '@/utils/permissions/open-tabs';
import { reconcileScripts } from '@/utils/permissions/registered-scripts';
import { wantedScripts, type WebmailScript } from '@/utils/permissions/wanted-scripts';
import { oneAtATime } from '@/utils/settings/one-at-a-time';
import { loadSettings } from '@/utils/settings/settings-store';
import { WEBMAILS } from '@/utils/webmail/webmails';
import { isActive } from './enabled-webmails';
import { showLevel, showSetUp } from './toolbar';

/**
 * At every start and whenever settings or permissions change. Never rejects: what the browser refuses now
 * is tried again at the next start.
 *
 * @param tellPages the pages that go on may have to look again, because something was changed
 */
export async function followSettings(tellPages: boolean): Promise<void> {
  await oneAtATime('waxseal-content-scripts', () => follow(tellPages)).catch(() => undefined);
}

async function follow(tellPages: boolean): Promise<void> {
  const settings = await loadSettings();
  const active = await isActive(settings);
  await showSetUp(!active);
  const wanted = active ? wantedScripts(settings, WEBMAILS) : [];
  const { added, removed } = await reconcileScripts(wanted);
  const left = await tabsAt(patternsOf(removed));
  await Promise.all(left.map((tab) => showLevel(tab, null, false)));
  const going = tellPages ? await tabsAt(patternsOf(wanted)) : [];
  await Promise.all([...new Set([...left, ...going])].map(async (tab) => tellTab(tab, CHANGED)));
  await Promise.all((await tabsAt(patternsOf(added))).map(startIn));
}

const CHANGED = { kind: 'settings-changed' } as const;

/** Starts the content script in a tab unless one answers there already. */
async function startIn(tab: number): Promise<void> {
  if (!(await tellTab(tab, CHANGED))) await injectInto(tab);
}

function patternsOf(scripts: readonly WebmailScript[]): string[] {
  return scripts.flatMap((script) => script.matches);
}

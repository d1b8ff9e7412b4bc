/** Which pages the user has Waxseal on for. */
import type { PageRequest } from '@/utils/messaging/protocol';
import type { PageSender } from '@/utils/messaging/message-sender';
import { mayCollectData } from '@/utils/permissions/held-permissions';
import { loadSettings } from '@/utils/settings/settings-store';
import type { Settings } from '@/utils/settings/settings';
import { matchesPattern } from '@/utils/webmail/match-pattern';
import { WEBMAILS } from '@/utils/webmail/webmails';

/** Consent of the welcome page, and in Firefox the browser's own, which the add-ons manager can take back. */
export async function isActive(settings: Settings): Promise<boolean> {
  return settings.consent !== null && (await mayCollectData());
}

/** Whether a content script may ask anything: there is consent, and the page is a webmail that is on. */
export async function mayAsk(request: PageRequest, sender: PageSender): Promise<boolean> {
  const settings = await loadSettings();
  if (!(await isActive(settings))) return false;
  const ids = enabledAt(sender.origin, settings);
  return 'webmail' in request ? ids.includes(request.webmail) : ids.length > 0;
}

/**
 * Ids of the webmails a page of this origin may be: the one the host belongs to, unless it is switched
 * off, or any self-hosted one where the user added the origin.
 */
export function enabledAt(origin: string, settings: Settings): string[] {
  const owner = WEBMAILS.find(({ matches }) => matches.some((each) => matchesPattern(each, `${origin}/`)));
  if (owner !== undefined) return settings.webmailsOff.includes(owner.id) ? [] : [owner.id];
  if (!settings.origins.includes(origin)) return [];
  return WEBMAILS.filter(({ matches }) => matches.length === 0).map(({ id }) => id);
}

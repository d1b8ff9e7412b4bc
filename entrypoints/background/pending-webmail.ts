/** Finishes adding a self-hosted webmail where the browser's question closed the popup that asked. */
import { hostPattern } from '@/utils/permissions/host-pattern';
import { takePendingWebmail } from '@/utils/settings/pending-webmail';
import { updateSettings } from '@/utils/settings/settings-store';
import { now } from './clock';

/**
 * When permissions came: adds the webmail the user had clicked, if they are for that very host. A broad
 * grant adds nothing. Rejects only if storage fails.
 *
 * @param granted the match patterns that were just granted
 */
export async function addPendingWebmail(granted: readonly string[]): Promise<void> {
  const origin = await takePendingWebmail(now());
  const pattern = origin === null ? null : hostPattern(origin);
  if (origin === null || pattern === null || !granted.includes(pattern)) return;
  await updateSettings(({ origins }) => ({ origins: [...new Set([...origins, origin])] }));
}

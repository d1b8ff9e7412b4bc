/** The page that asks for consent, opened once. */
import { browser } from 'wxt/browser';
import { loadSettings } from '@/utils/settings/settings-store';

/** After the installation, unless consent is there already (an unpacked extension is "installed" anew). Never rejects. */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const settings = await loadSettings().catch(() => null);
  if (settings === null || settings.consent !== null) return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(() => undefined);
}

import type { LaunchedChromium } from '../scripts/lab/chromium';
import { openMailbox } from './mailbox-page';
import { openPopup } from './popup-page';

/** Puts the extension to use on the self-hosted mailbox, by the button of the popup on that page. */
export async function addSelfHostedWebmail(browser: LaunchedChromium): Promise<void> {
  const mailbox = await openMailbox(browser.context, 'selfHosted');
  const popup = await openPopup(browser, mailbox);
  await popup.locator('#use-here').click();
  await popup.locator('#use-here').waitFor({ state: 'detached' });
  await popup.close();
  await mailbox.close();
}

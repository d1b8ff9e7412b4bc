/** One round of pictures of a mailbox: the notice unfolded and the popup, in light and in dark. */
import type { LaunchedChromium } from '../scripts/lab/chromium';
import type { DemoDomain } from './domain';
import type { MailboxKind } from './mailbox/page';
import { openMailbox, readNotice, typeRecipients, unfoldNotice } from './mailbox-page';
import type { ColorScheme } from './mailbox-page';
import { takePicture } from './pictures';
import { openPopup } from './popup-page';

/** Writes to these domains in a mailbox of its own for each colour scheme; pictures are named after `name`. */
export async function takeRound(
  browser: LaunchedChromium,
  kind: MailboxKind,
  zone: readonly DemoDomain[],
  name: string,
): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await openMailbox(browser.context, kind, scheme);
    await typeRecipients(
      page,
      zone.map(({ typed }) => `anna@${typed}`),
    );
    await readNotice(page, zone.length);
    await unfoldNotice(page);
    await takePicture(page, `notice-${name}-${scheme}`);
    await takePopup(browser, { page, zone, scheme, name });
    await page.close();
  }
}

interface PopupRound {
  readonly page: Awaited<ReturnType<typeof openMailbox>>;
  readonly zone: readonly DemoDomain[];
  readonly scheme: ColorScheme;
  readonly name: string;
}

/** The popup over a mailbox with the details of the first domain. */
async function takePopup(browser: LaunchedChromium, { page, zone, scheme, name }: PopupRound): Promise<void> {
  const popup = await openPopup(browser, page, zone[0]?.domain);
  await popup.emulateMedia({ colorScheme: scheme });
  await popup
    .locator('[data-domain][data-level]')
    .nth(zone.length - 1)
    .waitFor();
  await takePicture(popup, `popup-${name}-${scheme}`, true);
  await popup.close();
}

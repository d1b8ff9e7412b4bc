/** The demo mailbox in a browser: opens it, types recipients, reads what the notice says. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { MailboxKind } from './mailbox/page';
import { MAILBOX_URL } from './mailbox/page';

export type ColorScheme = 'light' | 'dark';

/** What the notice shows of one domain. */
export interface ShownLine {
  readonly domain: string;
  readonly level: string;
  readonly conditional: boolean;
  /** Its texts, one for each element that has any. */
  readonly texts: readonly string[];
}

/** Every look-up has its own deadline, but a busy machine adds to it. */
const PATIENCE_MS = 60_000;

/** Opens a mailbox in a new tab. */
export async function openMailbox(
  context: BrowserContext,
  kind: MailboxKind,
  colorScheme: ColorScheme = 'light',
): Promise<Page> {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme });
  await page.goto(MAILBOX_URL[kind]);
  return page;
}

/** Types each address into the To field and ends it with Enter, as a writer does. */
export async function typeRecipients(page: Page, addresses: readonly string[]): Promise<void> {
  const input = page.locator('[data-field="to"] input:visible');
  for (const address of addresses) {
    await input.pressSequentially(address);
    await input.press('Enter');
  }
}

/** Unfolds the notice, so that its lines can be seen. */
export async function unfoldNotice(page: Page): Promise<void> {
  await noticeOf(page).locator('button[aria-expanded="false"]').click();
}

/**
 * Waits until the notice has a verdict on so many domains and is done, then reads it.
 * Rejects if that takes too long.
 */
export async function readNotice(page: Page, domains: number): Promise<ShownLine[]> {
  const lines = noticeOf(page).locator('[data-domain][data-level]');
  await lines.nth(domains - 1).waitFor({ state: 'attached', timeout: PATIENCE_MS });
  await page.locator('waxseal-notice:not([data-state="checking"])').waitFor({ timeout: PATIENCE_MS });
  return lines.evaluateAll((elements) =>
    elements.map((element) => ({
      domain: element.getAttribute('data-domain') ?? '',
      level: element.getAttribute('data-level') ?? '',
      conditional: element.hasAttribute('data-conditional'),
      texts: [...element.querySelectorAll('*')]
        .filter((part) => part.childElementCount === 0 && part.textContent.trim() !== '')
        .map((part) => part.textContent.trim()),
    })),
  );
}

/** The one notice of the page. */
function noticeOf(page: Page): Locator {
  return page.locator('waxseal-notice');
}

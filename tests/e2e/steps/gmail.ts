/** Uses the Gmail-like page as a user does. Windows are counted from 1 in the order in which they were opened. */
import { until, type Tab } from '../browsers/driver';

export const GMAIL_HOST = 'mail.google.com';
export const GMAIL_URL = `https://${GMAIL_HOST}/mail/u/0/`;

/** Selector of a compose window. */
export function windowNumber(number: number): string {
  return `#compose-${number}`;
}

/** Opens one more compose window. */
export async function openWindow(tab: Tab, number: number): Promise<void> {
  await tab.click('[gh="cm"]');
  await tab.waitForSelector(`${windowNumber(number)} [name="to"] input`);
}

/** Types an address and leaves it so: no chip is made of it. */
export function typeAddress(tab: Tab, number: number, address: string): Promise<void> {
  return tab.type(`${windowNumber(number)} [name="to"] input`, address);
}

/** Types an address and turns it into a chip. */
export async function addChip(tab: Tab, number: number, address: string): Promise<void> {
  await typeAddress(tab, number, address);
  await tab.press('Enter');
  await tab.waitForSelector(`${windowNumber(number)} [data-hovercard-id="${address}"]`);
}

/** The page itself fills To with many chips, as pasting a long list does. */
export function fillWindow(tab: Tab, number: number, addresses: readonly string[]): Promise<void> {
  return tab.evaluate(
    ({ selector, detail }) => {
      const event = new CustomEvent('page:fill', { detail, bubbles: true });
      document.querySelector(selector)?.dispatchEvent(event);
    },
    { selector: windowNumber(number), detail: [...addresses] },
  );
}

/** The page replaces its whole tree by a copy. */
export function rebuildPage(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    document.dispatchEvent(new CustomEvent('page:rebuild'));
  }, null);
}

/** Closes a compose window, as a click on its cross does. */
export async function closeWindow(tab: Tab, number: number): Promise<void> {
  await tab.click(`${windowNumber(number)} .Ha`);
  await until('the window to close', async () => (await tab.$(windowNumber(number))) === null);
}

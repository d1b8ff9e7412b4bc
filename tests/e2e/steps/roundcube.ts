/** Uses the real Roundcube as a user does. */
import { logIn, openCompose } from '../../world/webmail-session';
import type { WebmailFacts } from '../../world/world-facts';
import type { DrivenBrowser, Tab } from '../browsers/driver';

/** Logs in and opens a new message in a tab of its own. */
export async function writeMessage(browser: DrivenBrowser, webmail: WebmailFacts): Promise<Tab> {
  const tab = await browser.open(webmail.url);
  await logIn(tab, webmail);
  await openCompose(tab, webmail);
  return tab;
}

/** Types an address and turns it into a chip. */
export async function addRecipient(
  tab: Tab,
  address: string,
  field: 'to' | 'cc' | 'bcc' = 'to',
): Promise<void> {
  await tab.type(`#compose_${field} li.input > input`, address);
  await tab.press('Enter');
}

/** Puts many addresses into To at once, as pasting does. */
export function pasteRecipients(tab: Tab, addresses: readonly string[]): Promise<void> {
  return tab.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('#compose_to li.input > input');
    if (!input) throw new Error('no To field');
    input.focus();
    const clipboard = new DataTransfer();
    clipboard.setData('text', text);
    clipboard.setData('text/plain', text);
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  }, addresses.join(', '));
}

/** Takes the chip with this text away, as a click on its cross does. */
export function removeRecipient(tab: Tab, text: string): Promise<void> {
  return tab.evaluate((wanted) => {
    const chip = [...document.querySelectorAll('li.recipient')].find((li) => li.textContent.includes(wanted));
    const cross = chip?.querySelector<HTMLElement>('a.button.icon.remove');
    if (!cross) throw new Error(`no chip with ${wanted}`);
    cross.click();
  }, text);
}

/** Every field that would be sent, by name; the draft's own ids and tokens aside. */
export function formOf(tab: Tab): Promise<Record<string, string>> {
  return tab.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form[name="form"]');
    if (!form) throw new Error('no form');
    const changing = ['_token', '_id', '_draft_saveid'];
    const fields = [...new FormData(form)].filter(([name]) => !changing.includes(name));
    return Object.fromEntries(
      fields.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
    );
  }, null);
}

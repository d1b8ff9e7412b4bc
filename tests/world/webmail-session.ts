import type { WebmailFacts } from './world-facts';

/** What Playwright's and Puppeteer's pages have in common, as far as it is needed here. */
export interface AnyPage {
  goto(url: string): Promise<unknown>;
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  waitForSelector(selector: string): Promise<unknown>;
  $(selector: string): Promise<unknown>;
}

/** Logs in to the world's Roundcube; ends on its list of messages. */
export async function logIn(page: AnyPage, webmail: WebmailFacts): Promise<void> {
  await page.goto(webmail.url);
  await page.waitForSelector('#rcmloginuser');
  await page.type('#rcmloginuser', webmail.user);
  await page.type('#rcmloginpwd', webmail.password);
  await page.click('#rcmloginsubmit');
  await page.waitForSelector('body.task-mail #layout');
}

/** Opens an empty compose window in the page of somebody who is logged in. */
export async function openCompose(page: AnyPage, webmail: WebmailFacts): Promise<void> {
  // Roundcube loses a new compose session when a request of the page before still writes its own: ask again.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await page.goto(`${webmail.url}?_task=mail&_action=compose`);
    if ((await page.$('#compose_to')) !== null) break;
  }
  await page.waitForSelector('#compose_to li.input input');
}

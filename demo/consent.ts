/** The choices a user makes before anything is looked up, made by clicking the extension's own pages. */
import type { Page } from '@playwright/test';
import type { LaunchedChromium } from '../scripts/lab/chromium';

/** Whether policies are read: the choices of the welcome page that need no click later. */
type Policies = 'never' | 'always';

/**
 * Starts checking from the welcome page, with the resolver it proposes. Returns the page as it then is.
 * "always" needs the optional hosts to be granted already.
 */
export async function agreeOnWelcomePage(browser: LaunchedChromium, policies: Policies): Promise<Page> {
  const welcome = await browser.context.newPage();
  await welcome.goto(browser.extensionUrl('welcome.html'));
  await welcome.locator(`#policies-${policies}`).check();
  await welcome.locator('#start').click();
  await welcome.locator('.start[data-state="done"]').waitFor();
  return welcome;
}

/** Changes the choice in the settings to "always". */
export async function readPoliciesFromNowOn(browser: LaunchedChromium): Promise<void> {
  const options = await browser.context.newPage();
  await options.goto(browser.extensionUrl('options.html'));
  await options.locator('#policies-always').check();
  await options.getByRole('status').filter({ hasText: /\S/ }).waitFor();
  await options.close();
}

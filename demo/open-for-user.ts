/** The demo with a display: a browser with everything ready, on the demo mailbox; the rest is the user's. */
import { agreeOnWelcomePage } from './consent';
import { makeDemoBrowser } from './demo-browser';
import type { DemoBrowser } from './demo-browser';
import { MAILBOX_URL } from './mailbox/page';
import { addSelfHostedWebmail } from './self-hosted';
import { DEMO_ZONE } from './zone';

const HINT = `Chromium is open on the demo mailbox. Choose recipients and see what Waxseal says of them.
Nothing leaves this computer. Close the browser, or press Ctrl-C here, to end the demo.
`;

/** Opens the browser and waits until the user closes it. */
export async function openForUser(): Promise<void> {
  const demo = await makeDemoBrowser(DEMO_ZONE);
  try {
    await prepareProfile(demo);
    const browser = await demo.launch({ headless: false });
    const closed = new Promise((resolve) => browser.context.once('close', resolve));
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(MAILBOX_URL.gmail);
    process.stdout.write(HINT);
    await closed;
  } finally {
    await demo.stop();
  }
}

/** Makes the choices of the welcome page beforehand, out of sight. */
async function prepareProfile(demo: DemoBrowser): Promise<void> {
  const first = await demo.launch({ headless: true });
  await first.stop();
  await demo.grantAllHosts();
  const second = await demo.launch({ headless: true });
  await agreeOnWelcomePage(second, 'always');
  await addSelfHostedWebmail(second);
  await second.stop();
}

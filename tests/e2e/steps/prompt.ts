/** Answers Chromium's own question for a permission, with the keyboard, as a user can. */
import type { Screen } from '../../../scripts/lab/screen';
import { TOOLBAR_KEY, until, type Tab } from '../browsers/driver';

/**
 * Milliseconds until the question stands there and heeds keys: the browser ignores them at first, lest
 * somebody answer what nobody has read. It is drawn into the browser's window, so there is nothing to wait for.
 */
const UNREAD = 3_000;

/** Milliseconds in which an answer takes effect. */
const EFFECT = 5_000;
const MOST_TRIES = 4;

/**
 * Answers the question that was caused just now. On a busy machine it may come late, so the keys are pressed
 * again until the answer has had its effect, as `done` tells.
 */
export async function answerPrompt(
  screen: Screen,
  answer: 'allow' | 'deny',
  done: () => Promise<boolean>,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && !(await done()); tries += 1) {
    await pause(UNREAD);
    if (await done()) return;
    // "Deny" has the focus at first.
    if (answer === 'allow') await screen.press('Tab');
    await screen.press('Return');
    for (let waited = 0; waited < EFFECT && !(await done()); waited += 200) await pause(200);
  }
}

/**
 * Presses the toolbar button by its key until its popup is open, which lets the extension see the tab in front
 * (activeTab). `own`: any page of the extension, in the background.
 */
export async function openToolbarPopup(screen: Screen, own: Tab): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && !(await isPopupOpen(own)); tries += 1) {
    await screen.press(TOOLBAR_KEY.toLowerCase());
    for (let waited = 0; waited < EFFECT && !(await isPopupOpen(own)); waited += 100) await pause(100);
  }
  if (!(await isPopupOpen(own))) throw new Error('the popup of the toolbar button did not open');
}

/** The popup of the toolbar button closes by itself when something else comes to the front; keys would go to it till then. */
export async function toolbarPopupClosed(own: Tab): Promise<void> {
  await until('the popup of the toolbar button to close', async () => !(await isPopupOpen(own)));
}

function isPopupOpen(own: Tab): Promise<boolean> {
  return own.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { getContexts: (filter: object) => Promise<readonly unknown[]> } };
    };
    return (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
  }, null);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

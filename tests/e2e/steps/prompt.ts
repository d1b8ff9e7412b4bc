/** Answers Chromium's own question for a permission, with the keyboard, as a user can. */
import type { Screen } from '../../../scripts/lab/screen';

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

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

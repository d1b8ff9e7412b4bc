/** Answers Chromium's own question for a permission, with the keyboard, as a user can. */
import type { Screen } from '../../../scripts/lab/screen';

/**
 * Milliseconds until the question stands there and heeds keys: the browser ignores them at first, lest
 * somebody answer what nobody has read. It is drawn into the browser's window, so there is nothing to wait for.
 */
const UNREAD = 2_000;

/** Answers the question that was caused just now. */
export async function answerPrompt(screen: Screen, answer: 'allow' | 'deny'): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, UNREAD));
  // "Deny" has the focus at first.
  if (answer === 'allow') await screen.press('Tab');
  await screen.press('Return');
}

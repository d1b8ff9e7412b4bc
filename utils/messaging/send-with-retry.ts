/** Sends a message until somebody answers: the background worker dies at any moment and is revived by the next message. */

/** Milliseconds to wait before each further attempt; reviving a worker takes 20 to 45 ms. */
const PAUSES = [50, 250, 1000] as const;

/**
 * Resolves to the answer, or to null if there was none after the last attempt. Never rejects. `send` may
 * be called several times: requests are idempotent.
 */
export async function sendWithRetry(
  send: () => Promise<unknown>,
  pause: (milliseconds: number) => Promise<void> = wait,
): Promise<object | null> {
  for (const milliseconds of [...PAUSES, null]) {
    const answer = await send().catch(() => null);
    if (typeof answer === 'object' && answer !== null) return answer;
    if (milliseconds !== null) await pause(milliseconds);
  }
  return null;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Questions of the extension's own pages to the background. */
import { browser } from 'wxt/browser';
import type { ExtensionPageRequest, Replies } from './protocol';
import { sendWithRetry } from './send-with-retry';

/**
 * Asks the background, again where its worker died over the question. Resolves to the reply, or to null if
 * there was none. Never rejects.
 */
export async function askBackground<R extends ExtensionPageRequest>(
  request: R,
): Promise<Replies[R['kind']] | null> {
  // The background is part of this very build: its replies have the types of the protocol.
  return (await sendWithRetry(() => browser.runtime.sendMessage(request))) as Replies[R['kind']] | null;
}

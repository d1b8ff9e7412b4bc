/** The content script: joins webmail, messages and notice in the pages the user wants it in. */
import type { ContentRequest } from '@/utils/messaging/protocol';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { makeAsk } from './ask';
import { startPageSession } from './page-session';
import { extensionRuntime, type MessageListener } from './runtime';

export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  main(ctx) {
    const runtime = extensionRuntime();
    if (!runtime) return;
    const ask = makeAsk(runtime, () => {
      ctx.abort();
    });
    const session = startPageSession(document, ask);
    const listener: MessageListener = (message, sender, sendResponse) => {
      // Only the extension itself can send from its own id, and only what the protocol knows.
      if (sender.id === runtime.id) sendResponse(session.hear(message as ContentRequest));
    };
    runtime.onMessage.addListener(listener);
    ctx.signal.addEventListener('abort', () => {
      session.stop();
      runtime.onMessage.removeListener(listener);
    });
    window.addEventListener('load', session.recognise, { signal: ctx.signal });
  },
});

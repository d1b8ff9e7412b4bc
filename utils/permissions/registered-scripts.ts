/**
 * Brings the content scripts registered with the browser into line with what the settings want.
 *
 * Registrations outlive the session, but not always: Chrome forgets them at an update, and after a relaunch
 * of an unpacked extension. So they are compared and mended at every start.
 */
import { browser } from 'wxt/browser';
import { CONTENT_SCRIPT } from './content-script-file';
import type { WebmailScript } from './wanted-scripts';

/** What had to be changed. */
export interface Reconciliation {
  readonly added: readonly WebmailScript[];
  readonly removed: readonly WebmailScript[];
}

type Registered = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/**
 * Registers what is wanted and missing, takes away what is not wanted or not as wanted. Rejects only if the
 * browser refuses; the next start tries again. Not to be run twice at once.
 */
export async function reconcileScripts(wanted: readonly WebmailScript[]): Promise<Reconciliation> {
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(asScript);
  const removed = registered.filter((script) => !wanted.some((each) => sameScript(each, script)));
  const added = wanted.filter((script) => !registered.some((each) => sameScript(each, script)));
  if (removed.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: removed.map(({ id }) => id) });
  }
  if (added.length > 0) {
    await browser.scripting.registerContentScripts(added.map(registration));
  }
  return { added, removed };
}

function registration(script: WebmailScript): Registered {
  return {
    id: script.id,
    matches: [...script.matches],
    js: [CONTENT_SCRIPT],
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  };
}

/** What the browser has registered; one of another file matches nothing, so that it is replaced. */
function asScript({ id, matches = [], js = [] }: Registered): WebmailScript {
  // Firefox gives whole addresses back.
  const current = js.length === 1 && js[0]?.endsWith(CONTENT_SCRIPT) === true;
  return { id, matches: current ? matches : [] };
}

function sameScript(a: WebmailScript, b: WebmailScript): boolean {
  return a.id === b.id && [...a.matches].sort().join() === [...b.matches].sort().join();
}

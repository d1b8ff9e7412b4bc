/**
 * Who sent a message. A content script runs in a page's process, so what it says of itself counts for
 * nothing; only what the browser says of it does.
 */

/** The part of the browser's `MessageSender` that is looked at. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito: boolean } | undefined;
}

/** A content script, as the browser describes it. */
export interface PageSender {
  readonly tab: number;
  readonly frame: number;
  /** Of the frame: "https://mail.example.org". */
  readonly origin: string;
  /** In a private window. */
  readonly incognito: boolean;
}

/** This extension, as `runtime.id` and `runtime.getURL('/')` give it. */
export interface OwnIdentity {
  readonly id: string;
  readonly url: string;
}

/** The content script in a tab's frame that sent it; null if it came from anything else. */
export function pageSender(sender: MessageSender, own: OwnIdentity): PageSender | null {
  const { tab, frameId, url } = sender;
  if (sender.id !== own.id || tab?.id === undefined || frameId === undefined) return null;
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  // They differ in a sandboxed frame and in about:blank; neither is a webmail.
  if (sender.origin !== undefined && sender.origin !== origin) return null;
  return { tab: tab.id, frame: frameId, origin, incognito: tab.incognito };
}

/** Whether one of the extension's own pages sent it, as popup, window or tab, and not as a frame in a page. */
export function isOwnPage(sender: MessageSender, own: OwnIdentity): boolean {
  const inside = sender.url?.startsWith(own.url) === true;
  const sameOrigin = sender.origin === undefined || `${sender.origin}/` === own.url;
  return sender.id === own.id && inside && sameOrigin && (sender.frameId ?? 0) === 0;
}

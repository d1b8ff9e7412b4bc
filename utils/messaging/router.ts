/**
 * Takes every message that reaches the background, finds out whether it may be answered, and by whom.
 *
 * Answers go through `sendResponse` and `return true`, which both browsers and the polyfill understand.
 * Whatever is malformed, or comes from somewhere it must not come from, has no effect and gets no answer.
 */
import * as v from 'valibot';
import {
  isOwnPage,
  pageSender,
  type MessageSender,
  type OwnIdentity,
  type PageSender,
} from './message-sender';
import type { ExtensionPageRequest, PageRequest, Replies } from './protocol';
import { extensionPageRequestSchema, pageRequestSchema } from './schemas';

type RequestOf<All extends { kind: string }, K> = Extract<All, { kind: K }>;

/** A function for each kind of request of content scripts. */
export type PageHandlers = {
  readonly [K in PageRequest['kind']]: (
    request: RequestOf<PageRequest, K>,
    sender: PageSender,
  ) => Promise<Replies[K]>;
};

/** A function for each kind of request of the extension's own pages. */
export type OwnPageHandlers = {
  readonly [K in ExtensionPageRequest['kind']]: (
    request: RequestOf<ExtensionPageRequest, K>,
  ) => Promise<Replies[K]>;
};

export interface RouterOptions {
  /** Asked at every message: nothing is kept between two lives of the worker. */
  readonly own: () => OwnIdentity;
  readonly pages: PageHandlers;
  readonly ownPages: OwnPageHandlers;
  /** Whether this content script may ask this: there is consent, and its origin is a webmail the user has on. */
  readonly mayAsk: (request: PageRequest, sender: PageSender) => Promise<boolean>;
  /** A handler rejected: a bug. The sender is answered with null and asks again or gives up. */
  readonly onFault: (fault: unknown) => void;
}

type SendResponse = (reply: unknown) => void;

/** The listener for `runtime.onMessage`. */
export function makeRouter(
  o: RouterOptions,
): (message: unknown, sender: MessageSender, sendResponse: SendResponse) => boolean {
  return (message, sender, sendResponse) => {
    const reply = replyTo(o, message, sender);
    if (reply === null) return false;
    reply.then(sendResponse, (fault: unknown) => {
      o.onFault(fault);
      sendResponse(null);
    });
    return true;
  };
}

function replyTo(o: RouterOptions, message: unknown, sender: MessageSender): Promise<unknown> | null {
  const own = o.own();
  const page = pageSender(sender, own);
  if (page !== null) {
    const request = v.safeParse(pageRequestSchema, message);
    return request.success ? fromPage(o, request.output, page) : null;
  }
  if (!isOwnPage(sender, own)) return null;
  const request = v.safeParse(extensionPageRequestSchema, message);
  return request.success ? fromOwnPage(o.ownPages, request.output) : null;
}

/** What a content script hears that may not ask: leave the page alone. */
const REFUSALS: { readonly [K in PageRequest['kind']]: Replies[K] } = {
  hello: { active: false, words: {}, direction: 'ltr', language: 'en' },
  check: { status: 'inactive' },
  badge: { status: 'ok' },
  'open-details': { status: 'ok' },
};

async function fromPage(o: RouterOptions, request: PageRequest, sender: PageSender): Promise<unknown> {
  if (!(await o.mayAsk(request, sender))) return REFUSALS[request.kind];
  switch (request.kind) {
    case 'hello':
      return o.pages.hello(request, sender);
    case 'check':
      return o.pages.check(request, sender);
    case 'badge':
      return o.pages.badge(request, sender);
    case 'open-details':
      return o.pages['open-details'](request, sender);
  }
}

async function fromOwnPage(handlers: OwnPageHandlers, request: ExtensionPageRequest): Promise<unknown> {
  switch (request.kind) {
    case 'verdict':
      return handlers.verdict(request);
    case 'recheck':
      return handlers.recheck(request);
    case 'reports':
      return handlers.reports(request);
    case 'settings-changed':
      return handlers['settings-changed'](request);
  }
}

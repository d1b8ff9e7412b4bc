/** Questions of the extension's own pages and of the background to the content script of a tab. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { ComposeListReply, ContentRequest } from './protocol';
import { composeListReplySchema } from './schemas';

/** Content scripts run in the top frame. */
const TOP_FRAME = 0;

/** The compose windows of a tab; null if no content script answers there, or not in the agreed form. Never rejects. */
export async function listComposes(tab: number): Promise<ComposeListReply | null> {
  const reply = v.safeParse(composeListReplySchema, await askTab(tab, { kind: 'list-composes' }, TOP_FRAME));
  return reply.success ? reply.output : null;
}

/** Tells a tab's content script something; resolves to whether one was there to hear it. Never rejects. */
export async function tellTab(
  tab: number,
  request: Exclude<ContentRequest, { kind: 'list-composes' }>,
  frame = TOP_FRAME,
): Promise<boolean> {
  return (await askTab(tab, request, frame)) !== null;
}

async function askTab(tab: number, request: ContentRequest, frame: number): Promise<unknown> {
  const answer: Promise<unknown> = browser.tabs.sendMessage(tab, request, { frameId: frame });
  return answer.catch(() => null);
}

/**
 * A self-hosted webmail the user has just clicked to add, while the browser still asks for the permission.
 *
 * The popup may be closed by that very question, so it leaves a note of what was clicked; the background
 * finds it when the permission comes. Without the note a permission adds nothing: it never means consent.
 */
import { storage } from '@wxt-dev/storage';
import * as v from 'valibot';
import { webmailOrigin } from './webmail-origin';

const KEY = 'session:pending-webmail';
/** A question of the browser that is answered later than this is no longer the answer to that click. */
const HOLDS_MS = 5 * 60 * 1000;

const pendingSchema = v.object({ origin: v.string(), at: v.number() });

/** Leaves the note. Call it right before `requestHosts` and do not await it: the click would be over. Never rejects. */
export async function notePendingWebmail(origin: string, now: number): Promise<void> {
  await storage.setItem(KEY, { origin, at: now }).catch(() => undefined);
}

/** Takes the note away and returns its origin; null if there is none or it is too old. Never rejects. */
export async function takePendingWebmail(now: number): Promise<string | null> {
  const stored = await storage.getItem<unknown>(KEY).catch(() => null);
  const note = v.safeParse(pendingSchema, stored);
  if (!note.success) return null;
  await dropPendingWebmail();
  const age = now - note.output.at;
  return age >= 0 && age <= HOLDS_MS ? webmailOrigin(note.output.origin) : null;
}

/** Throws the note away: the user said no, or the popup finished by itself. Never rejects. */
export async function dropPendingWebmail(): Promise<void> {
  await storage.removeItem(KEY).catch(() => undefined);
}

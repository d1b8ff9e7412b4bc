/**
 * A domain whose policy the user has just clicked to read, while the browser still asks for the permission.
 *
 * That very question may close the popup, as it does in Firefox. So it leaves a note of what was clicked,
 * and the next popup reads the policy. Without the note a permission reads nothing: it never means consent.
 */
import { storage } from '@wxt-dev/storage';
import * as v from 'valibot';

const KEY = 'session:pending-policy';
/** Milliseconds after which a permission is no longer the answer to that click. */
const HOLDS = 5 * 60 * 1000;

const pendingSchema = v.object({ domain: v.string(), at: v.number() });

/** Leaves the note. Call it right before the request and do not await it: the click would be over. Never rejects. */
export async function notePendingPolicy(domain: string, now: number): Promise<void> {
  await storage.setItem(KEY, { domain, at: now }).catch(() => undefined);
}

/** The domain that was noted; null if there is none or it is too old. `now` in milliseconds since the epoch. Never rejects. */
export async function pendingPolicy(now: number): Promise<string | null> {
  const note = v.safeParse(pendingSchema, await storage.getItem<unknown>(KEY).catch(() => null));
  if (!note.success) return null;
  const age = now - note.output.at;
  return age >= 0 && age <= HOLDS ? note.output.domain : null;
}

/** Throws the note away: the policy was read, or the user said no. Never rejects. */
export async function dropPendingPolicy(): Promise<void> {
  await storage.removeItem(KEY).catch(() => undefined);
}

/** Where a domain's policy file lies (RFC 8461 §3.3). */
export function policyHost(domain: string): string {
  return `https://mta-sts.${domain}/`;
}

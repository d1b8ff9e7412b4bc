/** A domain `a.example` with one signed mail host, and what a look-up finds of it. */
import { makeLookUp } from '@/utils/lookup/look-up';
import type { LookedUp } from '@/utils/verdict/evidence';
import type { Answer, FakeInternet } from './fake-internet';
import { makeInternet } from './fake-internet';

export type Zone = Record<string, Answer>;

/** Digests of the server's certificate, and of another one. */
export const MATCHING = 'aa'.repeat(32);
export const OTHER = 'bb'.repeat(32);

export const SIGNED_MX: Zone = { 'MX a.example': { records: ['10 host.example'], authentic: true } };
export const SIGNED_A: Answer = { records: ['192.0.2.1'], authentic: true };
export const records = (...data: readonly string[]): Answer => ({ records: data, authentic: true });

export async function gather(zone: Zone): Promise<{ internet: FakeInternet; found: LookedUp }> {
  const internet = makeInternet(zone);
  const lookUp = makeLookUp(internet.effects, { deadlineMs: 5000 });
  return { internet, found: await internet.clock.runUntil(lookUp('a.example')) };
}

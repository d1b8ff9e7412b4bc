/** Reading a response body, but never more of it than is wanted. */
import type { BodyReader, FetchResponse } from './fetch';

/**
 * Reads the whole body while it stays within `limit` octets. Beyond it, reading stops at once and the
 * rest is never taken from the network.
 *
 * @returns the octets, or null if there are more than `limit`. Rejects where the network fails.
 */
export async function readBody(response: FetchResponse, limit: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    if (value === undefined) continue;
    size += value.length;
    if (size > limit) {
      abandon(reader);
      return null;
    }
    chunks.push(value);
  }
}

/** Lets go of a body that nobody will read, so that its connection does not wait for us. */
export function discardBody(response: FetchResponse): void {
  if (response.body !== null) abandon(response.body.getReader());
}

function abandon(reader: BodyReader): void {
  reader.cancel().catch(() => undefined);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

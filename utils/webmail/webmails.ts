/** Every webmail this project knows. */
import type { Webmail } from './contract';

export const WEBMAILS: readonly Webmail[] = [];

/** Match patterns of the mainstream webmails: the manifest's required hosts. */
export function manifestMatches(): string[] {
  return ['https://mail.google.com/*'];
}

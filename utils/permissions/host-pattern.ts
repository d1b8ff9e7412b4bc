/**
 * Match patterns for hosts. They carry no port, because Firefox knows none in patterns; the exact origin is
 * checked again whenever a content script asks something.
 */

/** Every https host: the optional permission for reading policy files anywhere. Never removed (docs/permissions.md). */
export const EVERY_HOST = 'https://*/*';

/** The pattern that covers a URL's host: "https://dns.example/*". null if the URL is not https. */
export function hostPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname !== '' ? `https://${hostname}/*` : null;
}

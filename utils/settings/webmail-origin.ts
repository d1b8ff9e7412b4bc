/** The origin of a self-hosted webmail, as settings keep it: "https://mail.example.org", with the port if it has one. */

/** Takes a URL or an origin; null unless it is https without credentials. Only https can be granted (manifest). */
export function webmailOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.origin;
}

/** What a server's greeting and keywords tell beyond their code. */

const LONGEST_BANNER = 200;

/** The first line fit for a list: without what could steer a terminal, at most 200 characters; null if empty. */
export function bannerText(line: string): string | null {
  const text = line
    .replace(/[^\x20-\x7e]/g, '?')
    .trim()
    .slice(0, LONGEST_BANNER);
  return text === '' ? null : text;
}

/** Programs that say who they are. The first that fits wins. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\bpostfix\b/i, 'Postfix'],
  [/\bexim\b/i, 'Exim'],
  [/\bopensmtpd\b/i, 'OpenSMTPD'],
  [/\bsendmail\b/i, 'Sendmail'],
  [/microsoft esmtp mail service/i, 'Microsoft Exchange'],
  [/\bgsmtp\b/i, 'Google'],
  [/\bharaka\b/i, 'Haraka'],
  [/\bqmail\b/i, 'qmail'],
  [/\bmailenable\b/i, 'MailEnable'],
  [/\bhmailserver\b/i, 'hMailServer'],
  [/\bcourier\b/i, 'Courier'],
  [/\bzimbra\b/i, 'Zimbra'],
  [/\bhaproxy\b/i, 'HAProxy'],
  [/\bmdaemon\b/i, 'MDaemon'],
  [/\bkerio\b/i, 'Kerio Connect'],
];

/** Name of the server program, as far as the greeting tells; null if it does not. */
export function softwareOf(banner: string | null): string | null {
  return PROGRAMS.find(([form]) => form.test(banner ?? ''))?.[1] ?? null;
}

/** OpenBSD's spamd greets "… ESMTP spamd IP-based SPAM blocker; …". */
export function isSpamTrap(banner: string | null): boolean {
  return /\bspamd\b|spam blocker|tarpit/i.test(banner ?? '');
}

/** A firewall between overwrites what it does not know: "220 ****", "250-XXXXXXXA". */
export function isMasked(banner: string | null, keywords: readonly string[]): boolean {
  return /\*{6,}/.test(banner ?? '') || keywords.some((word) => /^X{4,}[A-Z]?$/.test(word));
}

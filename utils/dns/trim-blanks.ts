/**
 * Takes spaces and tabs (WSP of RFC 5234 appendix B.1) off both ends; nothing else counts as blank.
 * A loop, because a regular expression takes quadratic time on a hostile run of blanks.
 */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

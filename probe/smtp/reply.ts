/** Replies of an SMTP server (RFC 5321 §4.2): a code of three digits, and one line of text or more. */

export interface Reply {
  readonly code: number;
  /** Text of each line, without code and line end. */
  readonly lines: readonly string[];
}

export type ReplyReading =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly rest: string }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'not-smtp' };

/** "The text of all but the last line begins with a hyphen" (RFC 5321 §4.2.1). A bare LF is taken for a line end. */
const LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/s;

/** Takes the first whole reply off what was received so far. */
export function takeReply(received: string): ReplyReading {
  const lines: string[] = [];
  let at = 0;
  for (;;) {
    const end = received.indexOf('\n', at);
    if (end < 0) return beginsLikeReply(received.slice(at)) ? { kind: 'incomplete' } : { kind: 'not-smtp' };
    const [, code, separator, text = ''] = LINE.exec(received.slice(at, end).replace(/\r$/, '')) ?? [];
    if (code === undefined) return { kind: 'not-smtp' };
    lines.push(text);
    at = end + 1;
    if (separator !== '-') {
      return { kind: 'reply', reply: { code: Number(code), lines }, rest: received.slice(at) };
    }
  }
}

function beginsLikeReply(text: string): boolean {
  return /^(?:$|[2-5](?:$|\d(?:$|\d(?:$|[ \r-]))))/.test(text);
}

/** The keywords of an answer to EHLO, upper case; its first line is a greeting (RFC 5321 §4.1.1.1). */
export function keywordsOf({ lines }: Reply): string[] {
  return lines.slice(1).flatMap((line) => /^\s*([!-~]+)/.exec(line)?.[1]?.toUpperCase() ?? []);
}

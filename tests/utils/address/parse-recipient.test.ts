import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecipient } from '@/utils/address/parse-recipient';

describe('parseRecipient', () => {
  it.each([
    ['jane@example.org', 'example.org', 'bare address'],
    ['  jane@example.org\n', 'example.org', 'blanks around'],
    ['Jane Doe <jane@example.org>', 'example.org', 'display name'],
    ['<jane@example.org>', 'example.org', 'brackets only'],
    ['< jane@example.org >', 'example.org', 'blanks in brackets'],
    ['"Doe, Jane" <jane@example.org>', 'example.org', 'comma in a quoted name'],
    ['"x@evil.example" <jane@example.org>', 'example.org', 'address in a quoted name'],
    ['"a\\"b" <jane@example.org>', 'example.org', 'escaped quote in a name'],
    ['J. R. Doe [Sales] <jane@example.org>', 'example.org', 'dots and brackets in a name'],
    ['Zoë Ünal <jane@example.org>', 'example.org', 'name beyond ASCII'],
    ["'Jane' <jane@example.org>", 'example.org', 'apostrophes are no quotes'],
    ['jane@example.org <jane@example.org>', 'example.org', 'the same address twice'],
    ['"a@b"@c.example', 'c.example', '"@" in a quoted local part'],
    ['"a b"@c.example', 'c.example', 'blank in a quoted local part'],
    ['"a,b;c<d>"@c.example', 'c.example', 'separators in a quoted local part'],
    ['"a\\"@b.example"@c.example', 'c.example', 'escaped quote in a local part'],
    ['""@c.example', 'c.example', 'empty quoted local part'],
    ['"a".b@c.example', 'c.example', 'quoted word and atom (RFC 5322 §4.4)'],
    ['jane+tag@example.org', 'example.org', 'plus'],
    ["!#$%&'*+-/=?^_`{|}~@example.org", 'example.org', 'every special character of an atom'],
    ['jane(work)@example.org', 'example.org', 'comment after the local part'],
    ['jane@(work)example.org(Jane (x@y) Doe)', 'example.org', 'nested comment'],
    ['jane @ example.org', 'example.org', 'blanks around the "@" (RFC 5322 §3.4.1)'],
    ['Friends: jane@example.org;', 'example.org', 'group of one'],
    ['jane@example.org,', 'example.org', 'separator at the end'],
    ['jane@example.org;', 'example.org', 'semicolon at the end'],
    ['jane@example.org.', 'example.org', 'final dot'],
    ['jane@EXAMPLE.org', 'example.org', 'capitals'],
    ['jane@müller.example', 'xn--mller-kva.example', 'IDN'],
    ['jane@例え。テスト', 'xn--r8jz45g.xn--zckzah', 'ideographic full stop'],
  ])('%s → %s: %s', (text, domain) => {
    expect(parseRecipient(text)).toMatchObject({ kind: 'domain', domain });
  });

  it.each([
    ['', 'empty', 'nothing'],
    [' \t\u00A0', 'empty', 'blanks'],
    [' , ; ', 'empty', 'separators only'],
    ['(nobody)', 'empty', 'comment only'],
    ['undisclosed-recipients:;', 'empty', 'empty group'],
    ['jane', 'no-at', 'word'],
    ['Jane Doe', 'no-at', 'name'],
    ['Jane <>', 'no-at', 'empty brackets'],
    ['jane＠example.org', 'no-at', 'fullwidth "@" is none'],
    ['a@b.example, c@d.example', 'several-addresses', 'list'],
    ['a@b.example; c@d.example', 'several-addresses', 'list with semicolon'],
    ['Doe, Jane <jane@example.org>', 'several-addresses', 'unquoted comma: two recipients by RFC 5322 §3.4'],
    ['Friends: a@b.example, c@d.example;', 'several-addresses', 'group of two'],
    ['a@b.example c@d.example', 'bad-syntax', 'no separator'],
    ['a@b@c.example', 'bad-syntax', 'two "@"'],
    ['x@y.example <jane@example.org>', 'bad-syntax', 'two addresses'],
    ['<a@b.example> <c@d.example>', 'bad-syntax', 'two in brackets'],
    ['<jane@example.org', 'bad-syntax', 'bracket never closed'],
    ['jane@example.org>', 'bad-syntax', 'bracket never opened'],
    ['<<jane@example.org>>', 'bad-syntax', 'bracket in bracket'],
    ['<jane@example.org> Doe', 'bad-syntax', 'text after the brackets'],
    ['<@relay.example:jane@example.org>', 'bad-syntax', 'route (RFC 5321 appendix C: obsolete)'],
    ['"jane@example.org', 'bad-syntax', 'quote never closed'],
    ['jane@example.org (x', 'bad-syntax', 'comment never closed'],
    ['jane@[192.0.2.1', 'bad-syntax', 'literal never closed'],
    ['jane@example.org)', 'bad-domain', 'comment never opened'],
    ['mailto:jane@example.org', 'bad-syntax', 'a link, or a group never closed'],
    ['jane@example.org:25', 'bad-syntax', 'port'],
    ['@example.org', 'bad-syntax', 'no local part'],
    ['.jane@example.org', 'bad-syntax', 'dot first'],
    ['jane.@example.org', 'bad-syntax', 'dot last'],
    ['jane..doe@example.org', 'bad-syntax', 'two dots'],
    ['jane doe@example.org', 'bad-syntax', 'blank in the local part'],
    ['jane\\@example.org', 'bad-syntax', 'backslash outside quotes'],
    ['"a"b@example.org', 'bad-syntax', 'quoted word and atom without a dot'],
    ['[x]@example.org', 'bad-syntax', 'brackets in the local part'],
    ['"a\u0007b"@example.org', 'bad-syntax', 'control in the local part'],
    ['jane@', 'bad-domain', 'no domain'],
    ['jane@exam ple.org', 'bad-domain', 'blank in the domain'],
    ['jane@"example.org"', 'bad-domain', 'quoted domain'],
    ['jane@exa(x)mple.org', 'bad-domain', 'comment in the domain'],
    ['jane@example.org/path', 'bad-domain', 'slash'],
    ['jane@exa\u00ADmple.org', 'bad-domain', 'soft hyphen'],
    ['jane@example.org\u200B', 'bad-domain', 'zero-width space at the end'],
    ['jane@127.1', 'ipv4-shorthand', 'number'],
    ['jane@192.0.2.1', 'ipv4-shorthand', 'address without brackets'],
  ])('refuses %j as %s: %s', (text, fault) => {
    expect(parseRecipient(text)).toEqual({ kind: 'unreadable', fault });
  });

  it.each([
    ['jane@[192.0.2.1]', '192.0.2.1', 'IPv4'],
    ['Jane <jane@[192.0.2.1]>', '192.0.2.1', 'with a name'],
    ['jane@[IPv6:2001:DB8:0:0::1]', 'IPv6:2001:db8::1', 'IPv6, canonical (RFC 5952)'],
    ['jane@[ipv6:::1]', 'IPv6:::1', 'tag in lower case'],
    ['jane@[IPv6:::ffff:192.0.2.1]', 'IPv6:::ffff:c000:201', 'embedded IPv4'],
  ])('%s is the literal %s: %s', (text, literal) => {
    expect(parseRecipient(text)).toEqual({ kind: 'address-literal', literal, internationalLocalPart: false });
  });

  it.each([
    ['jane@[192.0.2]', 'three octets'],
    ['jane@[192.0.2.1.]', 'final dot'],
    ['jane@[192.0.2.256]', 'octet over 255'],
    ['jane@[192.0.2.01]', 'leading zero'],
    ['jane@[0x7f.0.0.1]', 'hexadecimal'],
    ['jane@[127.1]', 'shorthand'],
    ['jane@[ 192.0.2.1 ]', 'blanks'],
    ['jane@[]', 'nothing'],
    ['jane@[2001:db8::1]', 'IPv6 without its tag (RFC 5321 §4.1.3)'],
    ['jane@[IPv6:192.0.2.1]', 'IPv4 under the tag of IPv6'],
    ['jane@[IPv6:2001:db8::1%eth0]', 'zone'],
    ['jane@[IPv6:1:2:3:4:5:6:7]', 'seven groups'],
    ['jane@[IPv6:1::2::3]', 'two gaps'],
    ['jane@[IPv6:::ffff:192.0.2.01]', 'embedded leading zero'],
    ['jane@[IPv6:::1].example.org', 'text after the literal'],
    ['jane@[x400:c=de]', 'unregistered tag'],
    ['jane@[example.org]', 'name in brackets'],
  ])('refuses %s: %s', (text) => {
    expect(parseRecipient(text)).toEqual({ kind: 'unreadable', fault: 'bad-domain' });
  });

  it.each([
    ['jörg@example.org', true, 'atom'],
    ['"jörg"@example.org', true, 'quoted'],
    ['Jörg <jorg@example.org>', false, 'only the name'],
    ['jane@müller.example', false, 'only the domain (RFC 6531 §3.2)'],
    ['jörg@[192.0.2.1]', true, 'before a literal'],
  ])('%s: international local part %s (%s)', (text, internationalLocalPart) => {
    expect(parseRecipient(text)).toMatchObject({ internationalLocalPart });
  });

  it('never throws, and reads no domain that is not in the text', () => {
    const piece = fc.constantFrom(
      'a',
      '@',
      'b.example',
      '"',
      '(',
      ')',
      '<',
      '>',
      ',',
      ';',
      ':',
      '[',
      ']',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const recipient = parseRecipient(text);
        if (recipient.kind === 'domain') expect(text).toContain(recipient.domain);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no longer than the text is long', () => {
    for (const text of ['('.repeat(50_000), '"\\'.repeat(50_000), '<'.repeat(50_000), 'a.'.repeat(50_000)]) {
      expect(parseRecipient(text).kind).toBe('unreadable');
    }
  }, 2000);
});

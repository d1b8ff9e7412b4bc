import { describe, expect, it } from 'vitest';
import { splitRecipients } from '@/utils/address/recipient-list';
import { parseRecipient } from '@/utils/address/parse-recipient';

describe('splitRecipients', () => {
  it.each([
    ['', [], 'nothing'],
    ['a@b.example', ['a@b.example'], 'one'],
    ['a@b.example, c@d.example', ['a@b.example', 'c@d.example'], 'comma'],
    ['a@b.example;c@d.example;', ['a@b.example', 'c@d.example'], 'semicolons'],
    [',, a@b.example ,;', ['a@b.example'], 'empty pieces'],
    [
      '"Doe, Jane" <a@b.example>, c@d.example',
      ['"Doe, Jane" <a@b.example>', 'c@d.example'],
      'comma in quotes',
    ],
    ['"a,b"@c.example, d@e.example', ['"a,b"@c.example', 'd@e.example'], 'comma in a local part'],
    ['a@b.example (x, y), c@d.example', ['a@b.example (x, y)', 'c@d.example'], 'comma in a comment'],
    ['<@r,@s:a@b.example>, c@d.example', ['<@r,@s:a@b.example>', 'c@d.example'], 'comma in brackets'],
    [
      'Team: a@b.example, C <c@d.example>; e@f.example',
      ['a@b.example', 'C <c@d.example>', 'e@f.example'],
      'group',
    ],
    ['"A: B": a@b.example;', ['a@b.example'], 'quoted group name'],
    ['A: a@b.example; B: c@d.example;', ['a@b.example', 'c@d.example'], 'two groups'],
    [
      'x@y.example, A: a@b.example;, z@y.example',
      ['x@y.example', 'a@b.example', 'z@y.example'],
      'group between',
    ],
    ['undisclosed-recipients:;', [], 'empty group'],
    ['a@[IPv6:2001:db8::1], c@d.example', ['a@[IPv6:2001:db8::1]', 'c@d.example'], 'colons of a literal'],
    ['Doe, Jane <a@b.example>', ['Doe', 'Jane <a@b.example>'], 'unquoted comma'],
  ])('%s → %j: %s', (text, pieces) => {
    expect(splitRecipients(text)).toEqual(pieces);
  });

  it.each([
    ['Team: a@b.example, c@d.example', 'group never closed'],
    ['O"Brien <a@b.example>, c@d.example', 'quote never closed'],
    ['Jane <a@b.example, c@d.example', 'bracket never closed'],
    ['a (x <b@c.example>, d@e.example', 'comment never closed'],
    ['mailto:a@b.example, c@d.example', 'link'],
  ])('keeps %s in one unreadable piece: %s', (text) => {
    const pieces = splitRecipients(text);
    expect(pieces).toHaveLength(1);
    expect(pieces.map((piece) => parseRecipient(piece).kind)).toEqual(['unreadable']);
  });

  it('gives pieces that split no further', () => {
    const pieces = splitRecipients('A: "x, y" <a@b.example>, c@d.example (p, q); e@f.example, <g@h.example>');
    expect(pieces.flatMap((piece) => splitRecipients(piece))).toEqual(pieces);
  });

  it('splits a list of ten thousand in reasonable time', () => {
    const list = Array.from(
      { length: 10_000 },
      (_, index) => `User ${index} <u${index}@d${index}.example>`,
    ).join(', ');
    expect(splitRecipients(list)).toHaveLength(10_000);
  }, 3000);
});

import { describe, expect, it } from 'vitest';
import { readTarget } from '../../cli/target';

describe('readTarget', () => {
  it.each<[string, string | null, string, string]>([
    ['jane@d.test', 'jane@d.test', 'd.test', 'address'],
    ['Jane <jane@D.test>', 'Jane <jane@D.test>', 'd.test', 'address with a name: echoed as given'],
    ['d.test', null, 'd.test', 'domain'],
    ['D.test.', null, 'd.test', 'domain with a final dot'],
    ['bücher.test', null, 'xn--bcher-kva.test', 'domain in U-labels'],
    ['printer.local', null, 'printer.local', 'a name that is not looked up is a domain all the same'],
  ])('%s: address %s, domain %s (%s)', (text, address, domain) => {
    expect(readTarget(text)).toMatchObject({
      ok: true,
      target: { text, address, recipient: { kind: 'domain', domain } },
    });
  });

  it('reads an address literal', () => {
    expect(readTarget('x@[192.0.2.1]')).toMatchObject({ target: { recipient: { literal: '192.0.2.1' } } });
  });

  it.each([
    ['', 'empty', 'nothing'],
    ['not an address', 'bad-domain', 'words'],
    ['a@b.test, c@d.test', 'several-addresses', 'list'],
    ['a@b@c.test', 'bad-syntax', 'two "@"'],
    ['a@127.1', 'ipv4-shorthand', 'number'],
    ['192.0.2.1', 'ipv4-shorthand', 'address for a domain'],
    ['[192.0.2.1]', 'bad-domain', 'literal without a local part'],
    ['https://d.test/', 'bad-domain', 'URL'],
    ['@d.test', 'bad-syntax', 'no local part'],
  ])('refuses %j as %s: %s', (text, fault) => {
    expect(readTarget(text)).toEqual({ ok: false, text, fault });
  });
});

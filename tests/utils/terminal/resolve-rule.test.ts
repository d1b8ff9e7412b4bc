import { describe, expect, it } from 'vitest';
import { findResolveRule, parseResolveRule } from '@/utils/terminal/resolve-rule';

describe('parseResolveRule', () => {
  it.each([
    ['mta-sts.d.test:443:127.0.0.1:8443', 'mta-sts.d.test', 443, '127.0.0.1', 8443, 'with a port'],
    ['mta-sts.d.test:443:127.0.0.1', 'mta-sts.d.test', 443, '127.0.0.1', 443, 'as curl has it'],
    ['*.Test:443:127.0.0.1:1', '*.test', 443, '127.0.0.1', 1, 'any name below'],
    ['*:443:127.0.0.1:1', '*', 443, '127.0.0.1', 1, 'any name'],
    ['d.test:443:[::1]:8443', 'd.test', 443, '::1', 8443, 'IPv6'],
    ['d.test:443:[::1]', 'd.test', 443, '::1', 443, 'IPv6 without a port'],
    ['xn--d-1ga.test:443:127.0.0.1:1', 'xn--d-1ga.test', 443, '127.0.0.1', 1, 'A-label'],
  ])('%s: %s %i → %s %i (%s)', (text, host, port, address, toPort) => {
    expect(parseResolveRule(text)).toEqual({ host, port, address, toPort });
  });

  it.each([
    ['', 'nothing'],
    ['d.test', 'host only'],
    ['d.test:443', 'no address'],
    ['d.test:443:localhost:1', 'a name for an address'],
    ['d.test:443:127.1:1', 'shorthand'],
    ['d.test:443:::1:1', 'IPv6 without brackets'],
    ['d.test:443:[127.0.0.1.1]:1', 'no address in the brackets'],
    ['d.test:0:127.0.0.1:1', 'port 0'],
    ['d.test:443:127.0.0.1:65536', 'port too large'],
    ['d.test:443:127.0.0.1:', 'empty port'],
    ['a.*.test:443:127.0.0.1:1', 'star within'],
    ['d.test:443:127.0.0.1:1,127.0.0.2:2', 'list'],
  ])('refuses %s: %s', (text) => {
    expect(parseResolveRule(text)).toBeNull();
  });
});

describe('findResolveRule', () => {
  const rules = ['a.test:443:127.0.0.1:1', '*.test:443:127.0.0.1:2', '*:8443:127.0.0.1:3'].flatMap(
    (text) => parseResolveRule(text) ?? [],
  );
  it.each<[string, number, number | null, string]>([
    ['a.test', 443, 1, 'the name itself, first rule first'],
    ['A.Test', 443, 1, 'whatever its case'],
    ['b.test', 443, 2, 'one label below'],
    ['mta-sts.b.test', 443, 2, 'two labels below'],
    ['test', 443, null, 'not the name behind the star'],
    ['atest', 443, null, 'only at a dot'],
    ['a.example', 443, null, 'another name'],
    ['a.example', 8443, 3, 'any name, by port'],
    ['a.test', 444, null, 'another port'],
  ])('%s %i → %s: %s', (host, port, toPort) => {
    expect(findResolveRule(rules, host, port)?.toPort ?? null).toBe(toPort);
  });
});

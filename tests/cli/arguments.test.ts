import { describe, expect, it } from 'vitest';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import { readArguments, type CheckOptions } from '../../cli/arguments';

function optionsOf(...args: readonly string[]): CheckOptions {
  const read = readArguments(args);
  if (!read.ok) throw new Error(read.fault.key);
  return read.options;
}

describe('readArguments', () => {
  it('needs nothing but a recipient', () => {
    expect(optionsOf('a@b.test')).toEqual({
      help: false,
      json: false,
      doh: DEFAULT_RESOLVER.url,
      sender: { kind: 'checking' },
      readPolicies: true,
      trustAnchorFile: null,
      resolve: [],
      timeoutMs: 10_000,
      recipients: ['a@b.test'],
    });
  });

  it.each<[readonly string[], Partial<CheckOptions>, string]>([
    [['--json', 'a.test'], { json: true }, 'flag'],
    [['a.test', '--json', 'b.test'], { json: true, recipients: ['a.test', 'b.test'] }, 'in any order'],
    [['--doh', 'https://r.test/q', 'a.test'], { doh: 'https://r.test/q' }, 'value'],
    [['--doh=https://r.test/q', 'a.test'], { doh: 'https://r.test/q' }, 'value with "="'],
    [['--from', 'unknown', 'a.test'], { sender: { kind: 'unknown' } }, 'no known sender'],
    [['--policies', 'never', 'a.test'], { readPolicies: false }, 'policies'],
    [['--policies', 'never', '--policies', 'always', 'a.test'], { readPolicies: true }, 'the later counts'],
    [['--trust-anchor', 'root.ds', 'a.test'], { trustAnchorFile: 'root.ds' }, 'file'],
    [['--timeout', '250', 'a.test'], { timeoutMs: 250 }, 'number'],
    [['--help'], { help: true, recipients: [] }, 'help alone'],
    [['--help', '--nonsense'], { help: true }, 'help makes up for mistakes'],
    [['--', '--json'], { json: false, recipients: ['--json'] }, 'behind "--" nothing is an option'],
  ])('%j: %s', (args, expected) => {
    expect(optionsOf(...args)).toMatchObject(expected);
  });

  it('knows senders by id', () => {
    expect(optionsOf('--from', 'proton', 'a.test').sender).toMatchObject({
      kind: 'known',
      sender: { id: 'proton' },
    });
  });

  it('takes several --resolve, the first first', () => {
    const rules = ['--resolve', 'a.test:443:127.0.0.1:1', '--resolve', '*.test:443:127.0.0.1:2'];
    expect(optionsOf(...rules, 'a.test').resolve.map(({ toPort }) => toPort)).toEqual([1, 2]);
  });

  it.each([
    [[], 'cli.error.no_recipient', [], 'nothing'],
    [['--json'], 'cli.error.no_recipient', [], 'no recipient'],
    [['--nonsense', 'a.test'], 'cli.error.unknown_option', ['--nonsense'], 'unknown option'],
    [['-j', 'a.test'], 'cli.error.unknown_option', ['-j'], 'unknown short option'],
    [
      ['--constructor', 'a.test'],
      'cli.error.unknown_option',
      ['--constructor'],
      'a property of every object',
    ],
    [['--no-json', 'a.test'], 'cli.error.unknown_option', ['--no-json'], 'a negation'],
    [['--json=yes', 'a.test'], 'cli.error.value_unwanted', ['--json'], 'a flag with a value'],
    [['a.test', '--doh'], 'cli.error.value_missing', ['--doh'], 'value missing at the end'],
    [['--doh', '--json', 'a.test'], 'cli.error.value_missing', ['--doh'], 'an option for a value'],
    [['--doh=', 'a.test'], 'cli.error.value_missing', ['--doh'], 'empty value'],
    [['--doh', 'http://r.test/q', 'a.test'], 'cli.error.bad_doh', ['http://r.test/q'], 'not https'],
    [['--doh', '9.9.9.9', 'a.test'], 'cli.error.bad_doh', ['9.9.9.9'], 'no URL'],
    [['--from', 'Gmail', 'a.test'], 'cli.error.bad_from', ['Gmail'], 'case counts'],
    [['--policies', 'ask', 'a.test'], 'cli.error.bad_policies', ['ask'], 'nobody to ask'],
    [['--resolve', 'a.test', 'a.test'], 'cli.error.bad_resolve', ['a.test'], 'form'],
    [['--timeout', '0', 'a.test'], 'cli.error.bad_timeout', ['0', 3_600_000], 'no time'],
    [['--timeout', '-5', 'a.test'], 'cli.error.bad_timeout', ['-5', 3_600_000], 'negative'],
    [['--timeout', '1s', 'a.test'], 'cli.error.bad_timeout', ['1s', 3_600_000], 'unit'],
  ])('%j is %s %j: %s', (args, key, values) => {
    expect(readArguments(args)).toEqual({ ok: false, fault: { key, values } });
  });
});

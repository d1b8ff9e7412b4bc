import { describe, expect, it } from 'vitest';
import { readSettings } from '@/utils/settings/read-settings';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';

const GOOD: Settings = {
  consent: { at: 1_700_000_000_000 },
  resolver: { id: 'custom', url: 'https://doh.example/q' },
  fallbacks: ['mullvad'],
  policies: 'always',
  provider: 'posteo',
  webmailsOff: ['gmail'],
  origins: ['https://mail.example.org'],
};

describe('stored settings', () => {
  it('come back as they were stored', () => {
    expect(readSettings({ ...GOOD, version: 1 })).toEqual(GOOD);
  });

  it.each([[null], [undefined], ['text'], [7], [[]]])('are the defaults where %j is stored', (stored) => {
    expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it.each<[keyof Settings, unknown, unknown, string]>([
    ['consent', 'yes', null, 'no moment'],
    ['consent', { at: 'today' }, null, 'no number'],
    ['consent', { at: -1 }, null, 'before time'],
    ['policies', 'sometimes', 'never', 'no such choice'],
    ['policies', true, 'never', 'another type'],
    ['provider', 7, null, 'another type'],
    ['provider', '', null, 'empty'],
    ['provider', undefined, null, 'stored before there was one'],
    ['provider', 'a-provider-of-tomorrow', 'a-provider-of-tomorrow', 'not known to this version'],
    ['fallbacks', ['mullvad', 'nobody', 3], ['mullvad'], 'an unknown resolver falls away alone'],
    ['fallbacks', 'mullvad', [], 'no list'],
    ['webmailsOff', ['gmail', null, 'gmail'], ['gmail'], 'each once'],
    [
      'origins',
      ['https://mail.example.org', 'http://plain.example'],
      ['https://mail.example.org'],
      'no https',
    ],
    ['origins', ['https://mail.example.org/path'], [], 'no origin'],
    ['origins', { 0: 'https://mail.example.org' }, [], 'no list'],
  ])('with a broken %s (%j) lose only that', (field, broken, expected) => {
    expect(readSettings({ ...GOOD, [field]: broken })).toEqual({ ...GOOD, [field]: expected });
  });

  it.each<[unknown, string]>([
    [{ id: 'gone', url: null }, 'a resolver no longer on offer'],
    [{ id: 'custom', url: 'http://doh.example/q' }, 'not https'],
    [{ id: 'custom', url: null }, 'no address'],
    [{ id: 'quad9', url: 'https://doh.example/q' }, 'a listed one with another address'],
    ['quad9', 'another type'],
    [undefined, 'none'],
  ])('with a broken resolver (%j) lose the consent to asking it, and nothing else', (resolver) => {
    const expected = { ...GOOD, consent: null, resolver: DEFAULT_SETTINGS.resolver };
    expect(readSettings({ ...GOOD, resolver })).toEqual(expected);
  });
});

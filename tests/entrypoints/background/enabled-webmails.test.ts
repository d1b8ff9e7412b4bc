import { fakeBrowser } from '../../fakes/fake-browser';
import { fakePermissions } from '../../fakes/fake-permissions';
import { beforeEach, describe, expect, it } from 'vitest';
import { enabledAt, isActive, mayAsk } from '@/entrypoints/background/enabled-webmails';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';
import { saveSettings } from '@/utils/settings/settings-store';

const CONSENT: Settings = { ...DEFAULT_SETTINGS, consent: { at: 1 } };
const OWN = 'https://mail.example.org';
const SENDER = { tab: 7, frame: 0, origin: OWN, incognito: false };
const CHECK = {
  kind: 'check',
  webmail: 'roundcube',
  compose: 'c1',
  domain: 'example.org',
  from: null,
} as const;

beforeEach(() => {
  fakeBrowser.reset();
  fakePermissions({ browser: 'chrome', granted: ['https://*/*'] });
});

describe('the webmails a page may be', () => {
  it.each<[string, Partial<Settings>, string[], string]>([
    ['https://mail.google.com', {}, ['gmail'], 'the owner of the host'],
    ['https://mail.google.com', { webmailsOff: ['gmail'] }, [], 'switched off'],
    [
      'https://mail.google.com',
      { webmailsOff: ['gmail'], origins: ['https://mail.google.com'] },
      [],
      'still off',
    ],
    [OWN, {}, [], 'never added'],
    [OWN, { origins: [OWN] }, ['roundcube'], 'added'],
    [`${OWN}:8443`, { origins: [OWN] }, [], 'another port is another origin'],
    ['http://mail.example.org', { origins: [OWN] }, [], 'another scheme too'],
  ])('at %s with %j are %j (%s)', (origin, change, ids) => {
    expect(enabledAt(origin, { ...CONSENT, ...change })).toEqual(ids);
  });
});

describe('a page', () => {
  it.each<[Partial<Settings>, boolean, string]>([
    [{ consent: { at: 1 }, origins: [OWN] }, true, 'consent, and added'],
    [{ origins: [OWN] }, false, 'no consent, although everything is granted'],
    [{ consent: { at: 1 } }, false, 'a grant for every host adds no webmail'],
  ])('with settings %j may ask: %s (%s)', async (settings, expected) => {
    await saveSettings(settings);
    expect(await mayAsk(CHECK, SENDER)).toBe(expected);
    expect(await mayAsk({ kind: 'hello' }, SENDER)).toBe(expected);
  });

  it('may not say it is a webmail it cannot be', async () => {
    await saveSettings({ consent: { at: 1 }, origins: [OWN] });
    expect(await mayAsk({ ...CHECK, webmail: 'gmail' }, SENDER)).toBe(false);
  });
});

describe('Waxseal is active', () => {
  it.each([
    [CONSENT, [], false, "Firefox's own consent was withdrawn"],
    [CONSENT, ['personalCommunications'], true, 'both consents'],
    [DEFAULT_SETTINGS, ['personalCommunications'], false, 'a permission is no consent'],
  ])('in Firefox with %j and %j: %s (%s)', async (settings, granted, expected) => {
    fakePermissions({ browser: 'firefox', granted });
    expect(await isActive(settings)).toBe(expected);
  });
});

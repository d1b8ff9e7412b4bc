import { describe, expect, it } from 'vitest';
import { wantedScripts } from '@/utils/permissions/wanted-scripts';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';

const WEBMAILS = [
  { id: 'gmail', matches: ['https://mail.google.com/*'] },
  { id: 'roundcube', matches: [] },
];
const GMAIL = { id: 'webmail-gmail', matches: ['https://mail.google.com/*'] };
const OWN = { id: 'host-mail.example.org', matches: ['https://mail.example.org/*'] };

const wanted = (change: Partial<Settings>) =>
  wantedScripts({ ...DEFAULT_SETTINGS, consent: { at: 1 }, ...change }, WEBMAILS);

describe('the content scripts wanted', () => {
  it('are none before consent, whatever else is set', () => {
    expect(wanted({ consent: null, origins: ['https://mail.example.org'] })).toEqual([]);
  });
  it('are those of the mainstream webmails after it', () => {
    expect(wanted({})).toEqual([GMAIL]);
  });
  it('are not those of a webmail that is off', () => {
    expect(wanted({ webmailsOff: ['gmail'] })).toEqual([]);
  });
  it('are those of added origins', () => {
    expect(wanted({ origins: ['https://mail.example.org'] })).toEqual([GMAIL, OWN]);
  });
  it('are one for two origins of one host, or its pages would get two', () => {
    const origins = ['https://mail.example.org', 'https://mail.example.org:8443'];
    expect(wanted({ origins })).toEqual([GMAIL, OWN]);
  });
  it('are no second one for a mainstream host, even one that is off', () => {
    const origins = ['https://mail.google.com'];
    expect(wanted({ origins })).toEqual([GMAIL]);
    expect(wanted({ origins, webmailsOff: ['gmail'] })).toEqual([]);
  });
});

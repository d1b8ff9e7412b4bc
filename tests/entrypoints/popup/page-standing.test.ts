import { describe, expect, it } from 'vitest';
import { pageStanding, withoutPage, withPage } from '@/entrypoints/popup/page-standing';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';

const settings: Settings = { ...DEFAULT_SETTINGS, origins: ['https://mail.example.org'], webmailsOff: [] };

describe('pageStanding', () => {
  it.each([
    [null, 'unusable', 'the browser does not tell the address'],
    ['chrome://extensions/', 'unusable', 'no web page'],
    ['http://mail.example.org/', 'unusable', 'only https can be granted'],
    ['https://user:pass@mail.example.org/', 'unusable', 'credentials in the address'],
    ['https://mail.google.com/mail/u/0/', 'mainstream', 'in the manifest'],
    ['https://mail.google.com.evil.example/', 'elsewhere', 'only looks like one'],
    ['https://mail.example.org/?_task=mail', 'elsewhere', 'self-hosted'],
  ] as [string | null, string, string][])('%s is %s (%s)', (url, kind) => {
    expect(pageStanding(url, settings).kind).toBe(kind);
  });

  it.each([
    ['https://mail.example.org/x', settings, true],
    ['https://mail.example.org:8443/x', settings, false],
    ['https://other.example/', settings, false],
    ['https://mail.google.com/', settings, true],
    ['https://mail.google.com/', { ...settings, webmailsOff: ['gmail'] }, false],
  ])('%s is on or off by the settings (%#)', (url, given, on) => {
    expect(pageStanding(url, given)).toMatchObject({ on });
  });
});

describe('withPage and withoutPage', () => {
  it.each(['https://other.example/', 'https://mail.google.com/'])('put %s to use and undo it', (url) => {
    const off = { ...settings, webmailsOff: ['gmail'] };
    const page = pageStanding(url, off);
    if (page.kind === 'unusable') throw new Error('a usable page was expected');
    const on = { ...off, ...withPage(page, off) };
    expect(pageStanding(url, on)).toMatchObject({ on: true });
    expect({ ...on, ...withoutPage(page, on) }).toEqual(off);
  });

  it('add nothing twice', () => {
    const page = pageStanding('https://mail.example.org/', settings);
    if (page.kind === 'unusable') throw new Error('a usable page was expected');
    expect(withPage(page, settings)).toEqual({ origins: ['https://mail.example.org'] });
  });
});

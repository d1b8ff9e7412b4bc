// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findComposes } from '@/utils/webmail/find-composes';
import { matchesPattern } from '@/utils/webmail/match-pattern';
import { manifestMatches, webmailFor, WEBMAILS } from '@/utils/webmail/webmails';
import { COMPOSING, FIXTURES, openPage } from './open-page';

/** Addresses of real kinds of pages of each webmail. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  gmail: [
    'https://mail.google.com/mail/u/0/#inbox?compose=new',
    'https://mail.google.com/mail/u/1/?ui=2&view=btop&ver=abc',
  ],
  roundcube: [
    'https://webmail.example.org/?_task=mail&_action=compose&_id=1',
    'https://example.net/roundcube/?_task=mail&_action=compose&_extwin=1',
  ],
};
const pages = WEBMAILS.flatMap(({ id }) =>
  readdirSync(join(FIXTURES, id)).map((file) => [id, file.replace('.html', '')] as const),
);

describe('webmails', () => {
  it.each(pages)('%s/%s belongs to its own webmail and to no other', (id, name) => {
    openPage(`${id}/${name}`, id === 'roundcube' ? COMPOSING : '');
    for (const url of SAMPLES[id] ?? []) expect(webmailFor(document, url)?.id).toBe(id);
    const finders = WEBMAILS.filter((webmail) => findComposes(document, webmail).length > 0);
    expect(finders.map((webmail) => webmail.id)).toEqual([id]);
  });

  it('every webmail has samples', () => {
    expect(WEBMAILS.map(({ id }) => id).filter((id) => !SAMPLES[id])).toEqual([]);
  });

  it.each([
    ['gmail/windows', 'https://mail.example.org/', 'Gmail has one host only'],
    ['roundcube/elastic', 'https://webmail.example.org/?_task=mail', 'the mailbox is no compose page'],
  ])('%s at %s is no webmail', (page, url) => {
    openPage(page, 'task-mail');
    expect(webmailFor(document, url)).toBeNull();
  });

  it('a page at a host that belongs to a webmail is never another', () => {
    openPage('roundcube/elastic', COMPOSING);
    expect(webmailFor(document, 'https://mail.google.com/mail/')?.id).toBe('gmail');
  });

  it('asks for the hosts of mainstream webmails only', () => {
    expect(manifestMatches()).toEqual(['https://mail.google.com/*']);
  });
});

describe('match patterns', () => {
  it.each([
    ['https://mail.example.org/*', 'https://mail.example.org/a?b#c', true, 'any path'],
    ['https://mail.example.org/*', 'http://mail.example.org/', false, 'another scheme'],
    ['https://mail.example.org/*', 'https://mail.example.org.evil.example/', false, 'another host'],
    ['https://mail.example.org/*', 'https://mail.example.org:8443/', false, 'another port'],
    ['https://*.example.org/*', 'https://a.b.example.org/', true, 'any subdomain'],
    ['https://*.example.org/*', 'https://badexample.org/', false, 'not a subdomain'],
    ['https://mail.example.org/x', 'https://mail.example.org/y', false, 'another path'],
    ['<all_urls>', 'https://mail.example.org/', false, 'no pattern of ours'],
    ['https://mail.example.org/*', 'mail', false, 'no address'],
  ])('%s on %s: %j', (pattern, url, expected) => {
    expect(matchesPattern(pattern, url)).toBe(expected);
  });
});

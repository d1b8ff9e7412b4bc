import { describe, expect, it } from 'vitest';
import { parseResolverUrl } from '@/utils/settings/resolver-url';
import { webmailOrigin } from '@/utils/settings/webmail-origin';

describe('an own resolver', () => {
  it.each([
    ['https://doh.example/dns-query', 'https://doh.example/dns-query', 'as is'],
    ['  https://doh.example/dns-query\n', 'https://doh.example/dns-query', 'pasted with blanks'],
    ['https://doh.example/dns-query{?dns}', 'https://doh.example/dns-query', 'a URI template'],
    ['https://doh.example:8443/q', 'https://doh.example:8443/q', 'a port'],
    ['https://doh.example', 'https://doh.example/', 'no path'],
    ['https://doh.example/q?token=1', 'https://doh.example/q?token=1', 'a query of its own'],
    ['HTTPS://DOH.Example/q', 'https://doh.example/q', 'upper case'],
  ])('%j is asked at %s (%s)', (text, url) => {
    expect(parseResolverUrl(text)).toEqual({ ok: true, url });
  });

  it.each([
    ['', 'empty', 'nothing'],
    ['   ', 'empty', 'only blanks'],
    ['doh.example', 'not-a-url', 'no scheme'],
    ['https://', 'not-a-url', 'no host'],
    ['http://doh.example/q', 'not-https', 'queries would be readable on the way'],
    ['ftp://doh.example/q', 'not-https', 'another scheme'],
    ['javascript:alert(1)', 'not-https', 'code'],
    ['https://me@doh.example/q', 'credentials', 'a user name would tell who asks'],
    ['https://me:pw@doh.example/q', 'credentials', 'a password'],
    ['https://doh.example/q#x', 'fragment', 'a fragment is never sent'],
  ])('%j is refused as %s (%s)', (text, fault) => {
    expect(parseResolverUrl(text)).toEqual({ ok: false, fault });
  });
});

describe('the origin of a webmail', () => {
  it.each([
    [
      'https://mail.example.org/roundcube/?_task=mail',
      'https://mail.example.org',
      'path and query fall away',
    ],
    ['https://mail.example.org:8443/', 'https://mail.example.org:8443', 'a port stays'],
    ['https://MAIL.example.org:443', 'https://mail.example.org', 'the usual port does not'],
  ])('%s → %s (%s)', (text, origin) => {
    expect(webmailOrigin(text)).toBe(origin);
  });

  it.each([
    ['http://mail.example.org', 'only https can be granted'],
    ['https://me@mail.example.org', 'credentials'],
    ['chrome://settings', 'a page of the browser'],
    ['about:blank', 'no page'],
    ['mail.example.org', 'no URL'],
    ['', 'nothing'],
  ])('%j has none (%s)', (text) => {
    expect(webmailOrigin(text)).toBeNull();
  });
});

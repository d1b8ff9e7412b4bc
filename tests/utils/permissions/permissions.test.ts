import { fakePermissions } from '../../fakes/fake-permissions';
import { describe, expect, it } from 'vitest';
import { mayCollectData, mayFetch, mayFetchAnywhere } from '@/utils/permissions/held-permissions';
import { releaseHost } from '@/utils/permissions/release-host';
import { requestEveryHost, requestHosts, requestStart } from '@/utils/permissions/request-permissions';

const QUAD9 = 'https://dns.quad9.net/dns-query';
const MAIL = 'https://mail.google.com/';

describe('the click that starts', () => {
  it('asks once for the hosts in Chrome, which knows no data collection', async () => {
    const { request } = fakePermissions({ browser: 'chrome', answer: true });
    expect(await requestStart([QUAD9, MAIL, QUAD9])).toBe(true);
    expect(request.mock.calls).toEqual([
      [{ origins: ['https://dns.quad9.net/*', 'https://mail.google.com/*'] }],
    ]);
  });

  it('asks once for both in Firefox', async () => {
    const { request } = fakePermissions({ browser: 'firefox', answer: true });
    expect(await requestStart([QUAD9])).toBe(true);
    const wanted = { origins: ['https://dns.quad9.net/*'], data_collection: ['personalCommunications'] };
    expect(request.mock.calls).toEqual([[wanted]]);
  });
});

describe('every request', () => {
  it.each([
    ['requestStart', () => requestStart([QUAD9])],
    ['requestHosts', () => requestHosts([QUAD9])],
    ['requestEveryHost', () => requestEveryHost()],
  ])('of %s is made within the click, before anything is awaited', async (_, ask) => {
    const { request } = fakePermissions({ browser: 'firefox', answer: false });
    const answer = ask();
    expect(request).toHaveBeenCalledTimes(1);
    expect(await answer).toBe(false);
  });

  it('is a no where the browser will not even ask', async () => {
    const { request } = fakePermissions({ browser: 'chrome' });
    request.mockImplementationOnce(() => Promise.reject(new Error('must be called during a user gesture')));
    expect(await requestHosts([QUAD9])).toBe(false);
    request.mockImplementationOnce(() => {
      throw new TypeError('Error at parameter');
    });
    expect(await requestHosts([QUAD9])).toBe(false);
  });
});

describe('what may be done', () => {
  it('is what is granted, host by host', async () => {
    fakePermissions({ browser: 'chrome', granted: ['https://dns.quad9.net/*'] });
    expect(await mayFetch(QUAD9)).toBe(true);
    expect(await mayFetch('https://mta-sts.example.org/.well-known/mta-sts.txt')).toBe(false);
    expect(await mayFetchAnywhere()).toBe(false);
  });

  it('is never a plain http host', async () => {
    const { contains } = fakePermissions({ browser: 'chrome', granted: ['https://*/*'] });
    expect(await mayFetch('http://mta-sts.example.org/')).toBe(false);
    expect(contains).not.toHaveBeenCalled();
  });

  it('is nothing if the browser will not say', async () => {
    const { contains } = fakePermissions({ browser: 'chrome' });
    contains.mockRejectedValue(new Error('gone'));
    expect(await mayFetch(QUAD9)).toBe(false);
  });

  it.each<['chrome' | 'firefox', string[], boolean, string]>([
    ['chrome', [], true, 'no consent of its own'],
    ['firefox', [], false, 'withdrawn in the add-ons manager'],
    ['firefox', ['personalCommunications'], true, 'given'],
  ])('with data in %s holding %j: %s (%s)', async (browser, granted, expected) => {
    fakePermissions({ browser, granted });
    expect(await mayCollectData()).toBe(expected);
  });
});

describe('giving back', () => {
  it('takes one host', async () => {
    const { remove } = fakePermissions({ browser: 'chrome', granted: ['https://mail.example.org/*'] });
    expect(await releaseHost('https://mail.example.org')).toBe(true);
    expect(remove.mock.calls).toEqual([[{ origins: ['https://mail.example.org/*'] }]]);
  });

  it.each([['https://*/*'], ['https://*'], ['http://mail.example.org'], ['']])(
    'never asks the browser to take %j',
    async (url) => {
      const { remove } = fakePermissions({ browser: 'chrome' });
      expect(await releaseHost(url)).toBe(false);
      expect(remove).not.toHaveBeenCalled();
    },
  );

  it('is a no for a host the manifest requires', async () => {
    const { remove } = fakePermissions({ browser: 'chrome' });
    remove.mockRejectedValueOnce(new Error('You cannot remove required permissions.'));
    expect(await releaseHost(QUAD9)).toBe(false);
  });
});

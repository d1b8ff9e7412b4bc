/** The whole background, woken by messages, with a made-up browser and a network that fails or answers nothing. */
import { fakeBrowser } from '../../fakes/fake-browser';
import { fakePermissions } from '../../fakes/fake-permissions';
import { fakeScripting } from '../../fakes/fake-scripting';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import background from '@/entrypoints/background';
import { saveSettings } from '@/utils/settings/settings-store';

const PAGE = {
  id: fakeBrowser.runtime.id,
  url: 'https://mail.google.com/mail/u/0/',
  frameId: 0,
  tab: { id: 7, incognito: false },
};
const POPUP = { id: fakeBrowser.runtime.id, url: `${fakeBrowser.runtime.getURL('/')}popup.html` };
const CHECK = { kind: 'check', webmail: 'gmail', compose: 'c', domain: 'example.org', from: null };
const PLACE = { tab: 7, compose: 'c' };
const VERDICT = { kind: 'verdict', webmail: 'gmail', domain: 'example.org', from: null, place: PLACE };
const REPORTS = { kind: 'reports', domain: 'example.org', place: PLACE };

const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  fakeBrowser.reset();
  fakePermissions({ browser: 'chrome', granted: ['https://mail.google.com/*', 'https://dns.quad9.net/*'] });
  fakeScripting();
  fetched.mockReset().mockRejectedValue(new TypeError('Failed to fetch'));
  vi.stubGlobal('fetch', fetched);
  Object.assign(fakeBrowser.i18n, { getMessage: (name: string) => name, getUILanguage: () => 'en' });
  Object.assign(fakeBrowser.tabs, {
    get: (id: number) => Promise.resolve({ id, incognito: false }),
    sendMessage: () => Promise.resolve({ status: 'ok' }),
  });
  background.main();
});

/** What comes back; undefined where there is no answer. */
function send(message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender as never, resolve).then((kept) => {
      if (!kept.includes(true as never)) resolve(undefined);
    });
  });
}

describe('before consent', () => {
  it.each([[{ kind: 'hello' }], [CHECK]])(
    '%j is told to leave the page alone, and nothing is asked',
    async (message) => {
      expect(await send(message, PAGE)).toMatchObject(
        message.kind === 'hello' ? { active: false } : { status: 'inactive' },
      );
      expect(fetched).not.toHaveBeenCalled();
    },
  );

  it('own pages get no verdict either', async () => {
    expect(await send(VERDICT, POPUP)).toEqual({ status: 'inactive' });
    expect(await send(REPORTS, POPUP)).toEqual({ status: 'inactive' });
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('after consent', () => {
  beforeEach(async () => {
    await saveSettings({ consent: { at: 1 } });
  });

  it('a page hears its words and may begin', async () => {
    expect(await send({ kind: 'hello' }, PAGE)).toMatchObject({ active: true, language: 'meta_language' });
  });

  it('a check asks the chosen resolver only, and says as little as can be', async () => {
    const reply = await send(CHECK, PAGE);
    expect(reply).toMatchObject({
      status: 'done',
      fresh: true,
      line: { domain: 'example.org', level: 'unknown' },
    });
    const hosts = fetched.mock.calls.map(([url]) => new URL(url).hostname);
    expect(new Set(hosts)).toEqual(new Set(['dns.quad9.net']));
    for (const [, init] of fetched.mock.calls) {
      expect(init).toMatchObject({ method: 'GET', credentials: 'omit', referrerPolicy: 'no-referrer' });
    }
  });

  it('the popup gets the whole verdict for the same domain without asking again', async () => {
    await send(CHECK, PAGE);
    fetched.mockClear();
    expect(await send(VERDICT, POPUP)).toMatchObject({
      status: 'done',
      verdict: { level: 'unknown', sender: 'gmail' },
    });
    expect(fetched).not.toHaveBeenCalled();
  });

  it('where reports go is asked when the popup opens the details, and not again', async () => {
    const reply = await send(REPORTS, POPUP);
    expect(reply).toMatchObject({
      status: 'done',
      reports: { domain: 'example.org', reading: { kind: 'failed', failure: { code: 'network' } } },
    });
    expect(fetched).toHaveBeenCalledTimes(1);
    await send(REPORTS, POPUP);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it.each(['[192.0.2.1]', 'printer.local'])('nobody is asked where %s wants reports', async (domain) => {
    expect(await send({ ...REPORTS, domain }, POPUP)).toEqual({ status: 'inactive' });
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each<[object, object, object | undefined, string]>([
    [CHECK, { ...PAGE, url: 'https://evil.example/' }, { status: 'inactive' }, 'no webmail that is on'],
    [CHECK, { ...PAGE, id: 'other' }, undefined, 'another extension'],
    [CHECK, POPUP, undefined, 'not a page'],
    [VERDICT, PAGE, undefined, 'not an own page'],
    [REPORTS, PAGE, undefined, 'not an own page'],
    [{ ...CHECK, domain: 7 }, PAGE, undefined, 'malformed'],
  ])('%j from %j has no effect: %j (%s)', async (message, sender, expected) => {
    expect(await send(message, sender)).toEqual(expected);
    expect(fetched).not.toHaveBeenCalled();
  });
});

import { describe, expect, it } from 'vitest';
import { isOwnPage, pageSender, type MessageSender } from '@/utils/messaging/message-sender';

const OWN = { id: 'waxseal', url: 'chrome-extension://waxseal/' };
const PAGE: MessageSender = {
  id: 'waxseal',
  url: 'https://mail.example.org/compose?x=1',
  origin: 'https://mail.example.org',
  frameId: 0,
  tab: { id: 7, incognito: false },
};
const POPUP: MessageSender = {
  id: 'waxseal',
  url: 'chrome-extension://waxseal/popup.html?tab=7',
  origin: 'chrome-extension://waxseal',
};

describe('a content script', () => {
  it('is known by its tab, frame and origin', () => {
    const expected = { tab: 7, frame: 0, origin: 'https://mail.example.org', incognito: false };
    expect(pageSender(PAGE, OWN)).toEqual(expected);
  });

  it.each<[Partial<MessageSender>, object, string]>([
    [{ origin: undefined }, { origin: 'https://mail.example.org' }, 'a browser that gives no origin'],
    [{ frameId: 12 }, { frame: 12 }, 'a frame'],
    [{ tab: { id: 7, incognito: true } }, { incognito: true }, 'a private window'],
  ])('with %j gives %j (%s)', (change, expected) => {
    expect(pageSender({ ...PAGE, ...change }, OWN)).toMatchObject(expected);
  });

  it.each<[Partial<MessageSender>, string]>([
    [{ id: 'other' }, 'another extension'],
    [{ id: undefined }, 'nobody'],
    [{ tab: undefined }, 'no tab'],
    [{ tab: { id: undefined, incognito: false } }, 'a tab without id'],
    [{ frameId: undefined }, 'no frame'],
    [{ url: undefined }, 'no address'],
    [{ url: 'about:blank' }, 'an empty page'],
    [{ url: 'file:///home/me/mail.html', origin: 'null' }, 'a file'],
    [{ url: 'chrome-extension://waxseal/popup.html', origin: 'chrome-extension://waxseal' }, 'an own page'],
    [{ origin: 'null' }, 'a sandboxed frame'],
    [{ origin: 'https://evil.example' }, 'an origin that is not that of the address'],
  ])('is not what sent %j (%s)', (change) => {
    expect(pageSender({ ...PAGE, ...change }, OWN)).toBeNull();
  });
});

describe('an own page', () => {
  it.each<[Partial<MessageSender>, string]>([
    [{}, 'the popup'],
    [{ origin: undefined }, 'a browser that gives no origin'],
    [{ tab: { id: 3, incognito: false }, frameId: 0 }, 'a page of ours in a tab'],
  ])('sent %j (%s)', (change) => {
    expect(isOwnPage({ ...POPUP, ...change }, OWN)).toBe(true);
  });

  it.each<[Partial<MessageSender>, string]>([
    [{ id: 'other' }, 'another extension'],
    [{ url: 'https://mail.example.org/', origin: 'https://mail.example.org' }, 'a page'],
    [{ url: 'chrome-extension://waxseal.evil.example/popup.html' }, 'an address that only begins alike'],
    [{ origin: 'https://evil.example' }, 'an origin that is not ours'],
    [{ url: undefined }, 'no address'],
    [{ tab: { id: 3, incognito: false }, frameId: 4 }, 'our page in a frame'],
  ])('did not send %j (%s)', (change) => {
    expect(isOwnPage({ ...POPUP, ...change }, OWN)).toBe(false);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { MessageSender } from '@/utils/messaging/message-sender';
import { makeRouter, type RouterOptions } from '@/utils/messaging/router';

const PAGE: MessageSender = {
  id: 'waxseal',
  url: 'https://mail.example.org/',
  frameId: 0,
  tab: { id: 7, incognito: false },
};
const POPUP: MessageSender = { id: 'waxseal', url: 'chrome-extension://waxseal/popup.html' };
const HELLO = { kind: 'hello' };
const CHECK = { kind: 'check', webmail: 'gmail', compose: 'c1', domain: 'example.org', from: null };
const GREETING = { active: true, words: {}, direction: 'ltr', language: 'en' } as const;

function setUp(change: Partial<RouterOptions> = {}) {
  const unexpected = vi.fn(() => Promise.reject(new Error('not expected')));
  const options: RouterOptions = {
    own: () => ({ id: 'waxseal', url: 'chrome-extension://waxseal/' }),
    pages: {
      hello: () => Promise.resolve(GREETING),
      check: unexpected,
      badge: unexpected,
      'open-details': unexpected,
    },
    ownPages: {
      verdict: unexpected,
      recheck: unexpected,
      reports: unexpected,
      'settings-changed': () => Promise.resolve({ status: 'ok' }),
    },
    mayAsk: () => Promise.resolve(true),
    onFault: vi.fn(),
    ...change,
  };
  const route = makeRouter(options);
  /** What was answered, or "silence" where the router said it would not answer. */
  const send = (message: unknown, sender: MessageSender) =>
    new Promise((resolve) => {
      if (!route(message, sender, resolve)) resolve('silence');
    });
  return { options, send, unexpected };
}

describe('the router', () => {
  it('answers pages and own pages, each by their own handlers', async () => {
    const { send } = setUp();
    expect(await send(HELLO, PAGE)).toEqual(GREETING);
    expect(await send({ kind: 'settings-changed' }, POPUP)).toEqual({ status: 'ok' });
  });

  it.each<[unknown, MessageSender, string]>([
    [HELLO, { ...PAGE, id: 'other' }, 'another extension'],
    [HELLO, POPUP, 'an own page asking as a page'],
    [{ kind: 'settings-changed' }, PAGE, 'a page asking as an own page'],
    [{ kind: 'check' }, PAGE, 'malformed'],
    [undefined, POPUP, 'nothing'],
  ])('is silent at %j from %j (%s)', async (message, sender) => {
    const { send, options, unexpected } = setUp();
    expect(await send(message, sender)).toBe('silence');
    expect(unexpected).not.toHaveBeenCalled();
    expect(options.onFault).not.toHaveBeenCalled();
  });

  it.each([
    [HELLO, { active: false, words: {}, direction: 'ltr', language: 'en' }],
    [CHECK, { status: 'inactive' }],
    [{ kind: 'badge', level: 'enforced', checking: false }, { status: 'ok' }],
    [{ kind: 'open-details', domain: null }, { status: 'ok' }],
  ])('does nothing of %j for a page that may not ask', async (message, refusal) => {
    const { send, unexpected } = setUp({ mayAsk: () => Promise.resolve(false) });
    expect(await send(message, PAGE)).toEqual(refusal);
    expect(unexpected).not.toHaveBeenCalled();
  });

  it('answers null to whoever met a bug, and reports it', async () => {
    const { send, options } = setUp();
    expect(await send(CHECK, PAGE)).toBeNull();
    expect(options.onFault).toHaveBeenCalledWith(new Error('not expected'));
  });

  it('answers null where the settings cannot be read', async () => {
    const { send, options } = setUp({ mayAsk: () => Promise.reject(new Error('storage')) });
    expect(await send(CHECK, PAGE)).toBeNull();
    expect(options.onFault).toHaveBeenCalledTimes(1);
  });

  it('hands on what the schema let through, and who sent it', async () => {
    const check = vi.fn(() => Promise.resolve({ status: 'inactive' as const }));
    const { options } = setUp();
    const { send } = setUp({ pages: { ...options.pages, check } });
    await send({ ...CHECK, localPart: 'ada' }, PAGE);
    const sender = { tab: 7, frame: 0, origin: 'https://mail.example.org', incognito: false };
    expect(check).toHaveBeenCalledWith(CHECK, sender);
  });
});

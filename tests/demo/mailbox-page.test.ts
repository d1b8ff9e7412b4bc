// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MAILBOX_URL, mailboxPage } from '../../demo/mailbox/page';
import type { MailboxKind } from '../../demo/mailbox/page';
import { DEMO_ZONE } from '../../demo/zone';
import { findComposes } from '@/utils/webmail/find-composes';
import { placeNotice } from '@/utils/webmail/notice-place';
import { makeComposeReader } from '@/utils/webmail/read-compose';
import { webmailFor } from '@/utils/webmail/webmails';

const KINDS = [
  ['gmail', 'gmail'],
  ['selfHosted', 'roundcube'],
] as const;

describe.each(KINDS)('the demo mailbox, %s', (kind, id) => {
  beforeEach(() => open(kind));

  it('is recognised as the webmail it stands for', () => {
    expect(webmailFor(document, MAILBOX_URL[kind])?.id).toBe(id);
    expect(findComposes(document, webmailOf(kind))).toHaveLength(1);
  });
  it('turns typed text into recipients', () => {
    type('anna@sealed.test', 'Enter');
    type('bert@bücher.test', ',');
    expect(read(kind)).toMatchObject({
      outdated: false,
      recipients: [
        { field: 'to', domain: 'sealed.test' },
        { field: 'to', domain: 'xn--bcher-kva.test' },
      ],
    });
  });
  it('adds a suggestion and removes it again', () => {
    document.querySelector<HTMLElement>('[data-add="anna@moved.test"]')?.click();
    expect(read(kind).recipients).toMatchObject([{ domain: 'moved.test' }]);
    document.querySelector<HTMLElement>('.chip .remove')?.click();
    expect(read(kind).recipients).toEqual([]);
  });
  it('takes the last recipient away with the backspace key', () => {
    type('anna@sealed.test', 'Enter');
    type('', 'Backspace');
    expect(read(kind).recipients).toEqual([]);
  });
  it('has a place for the notice outside of what is written', () => {
    const notice = document.createElement('p');
    placeNotice(findComposes(document, webmailOf(kind))[0]!, webmailOf(kind), notice);
    expect(notice.closest('[contenteditable]')).toBeNull();
    expect(notice.nextElementSibling?.matches('.body, #composebodycontainer')).toBe(true);
  });
  it('says that it is a demo, and offers every domain of the zone', () => {
    expect(document.querySelector('h1')?.textContent).toBe('Demo mailbox');
    expect(document.querySelectorAll('[data-add]')).toHaveLength(DEMO_ZONE.length);
  });
});

async function open(kind: MailboxKind): Promise<void> {
  const bare = mailboxPage(kind, DEMO_ZONE).replace(/<link[^>]*>|<script[^>]*><\/script>/g, '');
  const page = new DOMParser().parseFromString(bare, 'text/html');
  document.body.replaceWith(document.importNode(page.body, true));
  vi.resetModules();
  await import('../../demo/mailbox/mailbox');
}

function type(text: string, key: string): void {
  const input = document.querySelector<HTMLInputElement>('[data-field="to"] input')!;
  input.value = text;
  input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

function read(kind: MailboxKind) {
  const webmail = webmailOf(kind);
  return makeComposeReader(webmail, () => 0)(findComposes(document, webmail)[0]!);
}

function webmailOf(kind: MailboxKind) {
  return webmailFor(document, MAILBOX_URL[kind])!;
}

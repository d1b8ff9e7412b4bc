import { fakeBrowser } from '../../fakes/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askBackground } from '@/utils/messaging/ask-background';
import { listComposes, tellTab } from '@/utils/messaging/ask-tab';

const LIST = { webmail: 'gmail', composes: [] };

beforeEach(() => {
  fakeBrowser.reset();
});

function tabAnswers(answer: () => Promise<unknown>) {
  const sendMessage = vi.fn(answer);
  Object.assign(fakeBrowser.tabs, { sendMessage });
  return sendMessage;
}

describe('asking the background', () => {
  it('gives its answer', async () => {
    fakeBrowser.runtime.onMessage.addListener((_message, _sender, sendResponse) => {
      sendResponse({ status: 'ok' });
      return true;
    });
    expect(await askBackground({ kind: 'settings-changed' })).toEqual({ status: 'ok' });
  });
});

describe('asking a tab', () => {
  it('asks its top frame for the compose windows', async () => {
    const sent = tabAnswers(() => Promise.resolve(LIST));
    expect(await listComposes(7)).toEqual(LIST);
    expect(sent).toHaveBeenCalledWith(7, { kind: 'list-composes' }, { frameId: 0 });
  });

  it.each<[() => Promise<unknown>, string]>([
    [() => Promise.reject(new Error('Receiving end does not exist.')), 'no content script'],
    [() => Promise.resolve(undefined), 'no answer'],
    [() => Promise.resolve({ webmail: 'gmail', composes: 'many' }), 'not in the agreed form'],
  ])('gives null for %s (%s)', async (answer) => {
    tabAnswers(answer);
    expect(await listComposes(7)).toBeNull();
  });

  it('says whether anybody was there to be told', async () => {
    tabAnswers(() => Promise.resolve({ status: 'ok' }));
    expect(await tellTab(7, { kind: 'settings-changed' })).toBe(true);
    tabAnswers(() => Promise.reject(new Error('Receiving end does not exist.')));
    expect(await tellTab(7, { kind: 'settings-changed' })).toBe(false);
  });
});

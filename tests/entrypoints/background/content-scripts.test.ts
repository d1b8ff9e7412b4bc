import { fakeBrowser } from '../../fakes/fake-browser';
import { fakePermissions } from '../../fakes/fake-permissions';
import { fakeScripting } from '../../fakes/fake-scripting';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followSettings } from '@/entrypoints/background/content-scripts';
import { saveSettings } from '@/utils/settings/settings-store';

const GMAIL = 'https://mail.google.com/*';
const OWN = 'https://mail.example.org/*';
const CHANGED = { kind: 'settings-changed' };

/** Tabs 1 (Gmail) and 2 (own webmail) are open; `listening` are those a content script answers in. */
function setUp(listening: number[] = []) {
  const { scripts, executeScript } = fakeScripting([], { 1: GMAIL, 2: OWN });
  const sendMessage = vi.fn<(tab: number, message: object) => Promise<unknown>>((tab) =>
    listening.includes(tab) ? Promise.resolve({ status: 'ok' }) : Promise.reject(new Error('no receiver')),
  );
  Object.assign(fakeBrowser.tabs, { sendMessage });
  const injected = () => executeScript.mock.calls.map(([injection]) => injection);
  const told = () => sendMessage.mock.calls.map(([tab]) => tab).sort();
  return { scripts, injected, told, sendMessage };
}

const injection = (tabId: number) => ({ target: { tabId }, files: ['/content-scripts/compose.js'] });

beforeEach(() => {
  fakeBrowser.reset();
  fakePermissions({ browser: 'chrome', granted: ['https://*/*'] });
  Object.assign(fakeBrowser.i18n, { getMessage: (name: string) => name });
});

describe('content scripts follow the settings', () => {
  it('before consent there is none, whatever is granted', async () => {
    const { scripts, injected, told } = setUp();
    await followSettings(true);
    expect([scripts.size, injected(), told()]).toEqual([0, [], []]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('toolbar_set_up');
  });

  it('after consent they run at once in open tabs too, and nowhere else', async () => {
    const { scripts, injected } = setUp();
    await saveSettings({ consent: { at: 1 } });
    await followSettings(true);
    expect([...scripts.keys()]).toEqual(['webmail-gmail']);
    expect(injected()).toEqual([injection(1)]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('');
  });

  it('an added webmail gets its own', async () => {
    const { scripts, injected } = setUp();
    await saveSettings({ consent: { at: 1 }, origins: ['https://mail.example.org'] });
    await followSettings(true);
    expect([...scripts.keys()]).toEqual(['webmail-gmail', 'host-mail.example.org']);
    expect(injected()).toEqual([injection(1), injection(2)]);
  });

  it('a tab that has one already gets no second', async () => {
    const { injected } = setUp([1]);
    await saveSettings({ consent: { at: 1 } });
    await followSettings(false);
    expect(injected()).toEqual([]);
  });

  it('a start of the worker leaves everything as it is, and in peace', async () => {
    const { injected, sendMessage } = setUp([1]);
    await saveSettings({ consent: { at: 1 } });
    await followSettings(true);
    sendMessage.mockClear();
    await followSettings(false);
    expect([injected(), sendMessage.mock.calls]).toEqual([[], []]);
  });

  it('after consent was withdrawn they are gone, and those that run are told', async () => {
    const { scripts, sendMessage } = setUp([1]);
    await saveSettings({ consent: { at: 1 } });
    await followSettings(true);
    sendMessage.mockClear();
    await saveSettings({ consent: null });
    await followSettings(true);
    expect(scripts.size).toBe(0);
    expect(sendMessage.mock.calls).toEqual([[1, CHANGED, { frameId: 0 }]]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('toolbar_set_up');
  });

  it('several changes at once end as the last one wants', async () => {
    const { scripts } = setUp();
    await saveSettings({ consent: { at: 1 }, origins: ['https://mail.example.org'] });
    const first = followSettings(true);
    await saveSettings({ origins: [] });
    await Promise.all([first, followSettings(true), followSettings(false)]);
    expect([...scripts.keys()]).toEqual(['webmail-gmail']);
  });

  it('a browser that refuses is asked again at the next start', async () => {
    const { scripts } = setUp();
    await saveSettings({ consent: { at: 1 } });
    const refusal = vi
      .spyOn(fakeBrowser.scripting, 'registerContentScripts')
      .mockRejectedValueOnce(new Error('not now'));
    await expect(followSettings(false)).resolves.toBeUndefined();
    refusal.mockRestore();
    await followSettings(false);
    expect([...scripts.keys()]).toEqual(['webmail-gmail']);
  });
});

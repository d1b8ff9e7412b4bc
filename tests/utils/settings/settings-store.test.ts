import { fakeBrowser } from '../../fakes/fake-browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import {
  loadSettings,
  resolverUrls,
  saveSettings,
  updateSettings,
  watchSettings,
} from '@/utils/settings/settings-store';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the settings store', () => {
  it('has the defaults at first: no consent', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is saved, with the version of its shape', async () => {
    await saveSettings({ policies: 'ask' });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, policies: 'ask' });
    expect(await fakeBrowser.storage.local.get('settings')).toMatchObject({ settings: { version: 1 } });
  });

  it('loses none of several changes made at once', async () => {
    await Promise.all([
      saveSettings({ policies: 'always' }),
      saveSettings({ webmailsOff: ['gmail'] }),
      ...['a', 'b', 'c'].map((name) =>
        updateSettings(({ origins }) => ({ origins: [...origins, `https://${name}.example`] })),
      ),
    ]);
    expect(await loadSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      policies: 'always',
      webmailsOff: ['gmail'],
      origins: ['https://a.example', 'https://b.example', 'https://c.example'],
    });
  });

  it('goes on after a change that threw', async () => {
    const broken = updateSettings(() => {
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect((await saveSettings({ policies: 'ask' })).policies).toBe('ask');
  });

  it('tells who watches, and stops telling', async () => {
    const seen: string[] = [];
    const stop = watchSettings(({ policies }) => seen.push(policies));
    await saveSettings({ policies: 'ask' });
    await saveSettings({ policies: 'always' });
    stop();
    await saveSettings({ policies: 'never' });
    expect(seen).toEqual(['ask', 'always']);
  });

  it('gives whoever watches checked settings, even if something else was written', async () => {
    const seen: unknown[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    await fakeBrowser.storage.local.set({ settings: { resolver: 'broken' } });
    stop();
    expect(seen).toEqual([DEFAULT_SETTINGS]);
  });
});

describe('the resolvers asked', () => {
  const of = (change: Partial<typeof DEFAULT_SETTINGS>) => resolverUrls({ ...DEFAULT_SETTINGS, ...change });
  const QUAD9 = 'https://dns.quad9.net/dns-query';
  const MULLVAD = 'https://dns.mullvad.net/dns-query';
  it('are the chosen one alone', () => {
    expect(of({})).toEqual([QUAD9]);
    expect(of({ resolver: { id: 'mullvad', url: null } })).toEqual([MULLVAD]);
    expect(of({ resolver: { id: 'custom', url: 'https://doh.example/q' } })).toEqual([
      'https://doh.example/q',
    ]);
  });
  it('and those named for when it fails, each once', () => {
    expect(of({ fallbacks: ['mullvad', 'quad9'] })).toEqual([QUAD9, MULLVAD]);
  });
  it('are none rather than one nobody chose', () => {
    expect(of({ resolver: { id: 'custom', url: null } })).toEqual([]);
  });
});

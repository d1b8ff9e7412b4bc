import { fakeBrowser } from '../../fakes/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addPendingWebmail } from '@/entrypoints/background/pending-webmail';
import { welcome } from '@/entrypoints/background/welcome';
import { notePendingWebmail } from '@/utils/settings/pending-webmail';
import { loadSettings, saveSettings } from '@/utils/settings/settings-store';

const ORIGIN = 'https://mail.example.org';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the welcome page', () => {
  it.each([
    ['install', false, 1, 'the first time'],
    ['install', true, 0, 'there is consent already'],
    ['update', false, 0, 'nobody installed anything'],
    ['browser_update', false, 0, 'nor here'],
  ])('at "%s", consent %s, opens %d times (%s)', async (reason, consent, times) => {
    const create = vi.fn(() => Promise.resolve({}));
    Object.assign(fakeBrowser.tabs, { create });
    if (consent) await saveSettings({ consent: { at: 1 } });
    await welcome(reason);
    expect(create).toHaveBeenCalledTimes(times);
  });
});

describe('a webmail whose popup was closed by the question', () => {
  it('is added when the permission for its host comes', async () => {
    await notePendingWebmail(ORIGIN, Date.now());
    await addPendingWebmail(['https://mail.example.org/*']);
    expect((await loadSettings()).origins).toEqual([ORIGIN]);
  });

  it.each([
    [['https://*/*'], 'a broad grant adds nothing'],
    [['https://other.example/*'], 'another host'],
    [[], 'no host'],
  ])('is not added by %j (%s)', async (granted: string[]) => {
    await notePendingWebmail(ORIGIN, Date.now());
    await addPendingWebmail(granted);
    expect((await loadSettings()).origins).toEqual([]);
  });

  it('is not added without a note: a permission is no consent', async () => {
    await addPendingWebmail(['https://mail.example.org/*']);
    expect((await loadSettings()).origins).toEqual([]);
  });
});

import { fakeBrowser } from '../../fakes/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDetails } from '@/entrypoints/background/details';

const PAGE = 'popup.html?tab=7&domain=example.org';

function setUp(openPopup: () => Promise<void>) {
  const setPopup = vi.fn(() => Promise.resolve());
  Object.assign(fakeBrowser.action, { setPopup, openPopup: vi.fn(openPopup) });
  const create = vi.fn(() => Promise.resolve({ id: 40 }));
  const update = vi.fn(() => Promise.resolve());
  const updateTab = vi.fn(() => Promise.resolve());
  const query = vi.fn(({ windowId }: { windowId: number }) =>
    Promise.resolve(windowId === 40 ? [{ id: 41 }] : []),
  );
  Object.assign(fakeBrowser.windows, { create, update });
  Object.assign(fakeBrowser.tabs, {
    get: () => Promise.resolve({ id: 7, windowId: 2 }),
    update: updateTab,
    query,
  });
  return { setPopup, create, update, updateTab, query };
}

const refuses = () => Promise.reject(new Error('openPopup requires a user gesture'));

beforeEach(() => {
  fakeBrowser.reset();
});

describe('opening the details', () => {
  it('opens the popup at the domain, and puts its address back', async () => {
    const { setPopup, create } = setUp(() => Promise.resolve());
    await openDetails(7, 'example.org');
    expect(setPopup.mock.calls).toEqual([[{ tabId: 7, popup: PAGE }], [{ tabId: 7, popup: 'popup.html' }]]);
    expect(create).not.toHaveBeenCalled();
  });

  it('opens a small window where the browser refuses', async () => {
    const { setPopup, create } = setUp(refuses);
    await openDetails(7, 'example.org');
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({ url: fakeBrowser.runtime.getURL('/').replace(/$/, PAGE), type: 'popup' }),
    );
    expect(setPopup).toHaveBeenLastCalledWith({ tabId: 7, popup: 'popup.html' });
  });

  it('opens one window, however often it is asked', async () => {
    const { create, updateTab, update } = setUp(refuses);
    await openDetails(7, null);
    await openDetails(7, 'example.org');
    expect(create).toHaveBeenCalledTimes(1);
    expect(updateTab).toHaveBeenCalledWith(41, { url: expect.stringContaining(PAGE) as string });
    expect(update).toHaveBeenCalledWith(40, { focused: true });
  });

  it('opens another where the first was closed', async () => {
    const { create, query } = setUp(refuses);
    await openDetails(7, null);
    query.mockResolvedValue([]);
    await openDetails(7, null);
    expect(create).toHaveBeenCalledTimes(2);
  });

  it('writes a domain of the page into the address as text, never as part of it', async () => {
    const { create } = setUp(refuses);
    await openDetails(7, 'a&tab=8#x');
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({ url: expect.stringMatching(/\?tab=7&domain=a%26tab%3D8%23x$/) as string }),
    );
  });

  it('does not mind a browser that can do neither', async () => {
    const { create } = setUp(refuses);
    create.mockRejectedValue(new Error('no windows here'));
    await expect(openDetails(7, null)).resolves.toBeUndefined();
  });
});

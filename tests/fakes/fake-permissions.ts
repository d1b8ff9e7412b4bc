/** A browser's permissions, as far as hosts and Firefox's data collection go. Chrome throws on the latter. */
import { vi } from 'vitest';
import { fakeBrowser } from './fake-browser';

interface Asked {
  readonly origins?: readonly string[];
  readonly data_collection?: readonly string[];
}

const CHROME = { manifest_version: 3 };
const FIREFOX = { ...CHROME, browser_specific_settings: { gecko: { id: 'waxseal' } } };

/** Sets the browser up; `answer` is what the user clicks. Returns the calls and what is granted. */
export function fakePermissions(o: { browser: 'chrome' | 'firefox'; granted?: string[]; answer?: boolean }) {
  const granted = new Set(o.granted);
  const wanted = ({ origins = [], data_collection = [] }: Asked): string[] => {
    if (o.browser === 'chrome' && data_collection.length > 0) {
      throw new TypeError("Unexpected property: 'data_collection'.");
    }
    return [...origins, ...data_collection];
  };
  const contains = vi.fn((asked: Asked) =>
    Promise.resolve(wanted(asked).every((each) => granted.has(each) || granted.has('https://*/*'))),
  );
  const request = vi.fn((asked: Asked) => {
    const names = wanted(asked);
    if (o.answer === true) names.forEach((name) => granted.add(name));
    return Promise.resolve(o.answer === true);
  });
  const remove = vi.fn((asked: Asked) => {
    wanted(asked).forEach((name) => granted.delete(name));
    return Promise.resolve(true);
  });
  const event = { addListener: vi.fn() };
  Object.assign(fakeBrowser.permissions, { contains, request, remove, onAdded: event, onRemoved: event });
  Object.assign(fakeBrowser.runtime, { getManifest: () => (o.browser === 'firefox' ? FIREFOX : CHROME) });
  return { granted, contains, request, remove };
}

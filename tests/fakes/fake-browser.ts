/**
 * WXT's fake browser, put where the extension looks for the real one. Import it before anything that
 * imports `wxt/browser`. Storage and messages work; what a test needs beyond that it sets itself.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });

export { fakeBrowser };

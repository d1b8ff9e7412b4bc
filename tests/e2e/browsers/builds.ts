import { fileURLToPath } from 'node:url';

/** The production builds, as `npm run build` leaves them and a store would get them. */
export const CHROME_BUILD = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));
export const FIREFOX_BUILD = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

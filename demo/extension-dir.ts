import { fileURLToPath } from 'node:url';

/** Where the production build for Chrome lies. */
export const EXTENSION_DIR = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));

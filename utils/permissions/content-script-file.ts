/** Path in the package of the script that watches compose windows: what WXT builds from entrypoints/compose.content. */
export const CONTENT_SCRIPT = 'content-scripts/compose.js';

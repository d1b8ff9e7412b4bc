/** The rooms of the house and what each may import, as docs/architecture.md draws them. */

/** Rooms of pure code: no browser, fetch, DOM, Dexie, clock, timer or randomness. */
export const PURE_ROOMS = [
  'address',
  'dns',
  'dnssec',
  'mx',
  'mta-sts',
  'dane',
  'tlsrpt',
  'evidence',
  'senders',
  'operators',
  'verdict',
] as const;

/** Pure like the rooms above, but it runs the look-up: clock, timers and network arrive as arguments. */
export const ORCHESTRATION_ROOMS = ['lookup'] as const;

const VERDICT_INPUTS = [
  'dns',
  'dnssec',
  'mx',
  'mta-sts',
  'dane',
  'tlsrpt',
  'evidence',
  'senders',
  'operators',
];

/**
 * What files of a room may import besides their own room. A trailing `:types` allows `import type` only.
 * `*` stands for anything. Rooms under utils/ go by their folder name, the others by their path.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  address: [],
  dns: [],
  i18n: [],
  settings: [],
  dnssec: ['dns'],
  mx: ['dns'],
  'mta-sts': ['dns'],
  dane: ['dns', 'dnssec:types'],
  tlsrpt: ['dns'],
  evidence: [],
  senders: [],
  operators: [],
  verdict: VERDICT_INPUTS,
  lookup: [...PURE_ROOMS],
  network: [...PURE_ROOMS],
  cache: [...PURE_ROOMS],
  messaging: [...PURE_ROOMS],
  permissions: ['settings'],
  terminal: ['i18n', 'components:types'],
  webmail: ['address'],
  notice: ['verdict:look'],
  components: ['verdict:look', 'verdict:types', 'i18n'],
  entrypoints: ['*'],
  cli: ['*'],
  demo: ['*'],
  probe: ['*'],
  bench: ['*'],
};

/**
 * The one part of `verdict` that views need as values: the order of the levels and their marks, so that
 * notice, popup and icons draw one family.
 */
export const VERDICT_LOOK = ['utils/verdict/level.ts', 'utils/verdict/level-look.ts'];

/** Packages that only some rooms may import. */
export const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  dexie: ['cache'],
  preact: ['components', 'entrypoints'],
  'wxt/browser': ['messaging', 'settings', 'permissions', 'i18n', 'entrypoints'],
  'webextension-polyfill': [],
  undici: ['cli', 'demo', 'probe', 'bench'],
};

/** What must never reach the content script, however indirectly: each costs 1–33 KB in every page. */
export const TOO_HEAVY_FOR_PAGES = [
  'preact',
  'dexie',
  'valibot',
  'wxt/browser',
  'webextension-polyfill',
  '@wxt-dev/',
];

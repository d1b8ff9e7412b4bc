import { fileURLToPath } from 'node:url';
import '@wxt-dev/i18n/module';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { DEFAULT_RESOLVER } from './utils/settings/resolvers';
import { manifestMatches } from './utils/webmail/webmails';

const resolverHost = `${new URL(DEFAULT_RESOLVER.url).origin}/*`;

const gecko = {
  id: '{a188242b-1135-4b2d-a676-0cd896daac38}',
  strict_min_version: '140.0',
  data_collection_permissions: { required: ['none' as const], optional: ['personalCommunications' as const] },
};

/** WXT's own context of content scripts costs 1 KB in every page; ours does what is needed of it. */
const LEAN_CONTEXT = {
  'wxt/utils/content-script-context': fileURLToPath(
    new URL('./entrypoints/compose.content/context.ts', import.meta.url),
  ),
};

/** WXT's logger says nothing in production, but stays in the bundle unless it is known to do nothing. */
const SILENT_START = { treeshake: { manualPureFunctions: ['logger'] } };

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: 'utils/i18n/locales' },
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    // WXT would take the title of popup.html, which knows one language only.
    'build:manifestGenerated': (_, manifest) => {
      manifest.action = { ...(manifest.action as object), default_title: '__MSG_toolbar_title__' };
    },
    // The module above puts the polyfill into every content script, imported or not: 3 KB in every page.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'content-script')) {
        const alias = { ...withoutPolyfill(config.resolve?.alias), ...LEAN_CONTEXT };
        config.resolve = { ...config.resolve, alias };
        config.build = {
          ...config.build,
          rolldownOptions: { ...config.build?.rolldownOptions, ...SILENT_START },
        };
      }
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: [...manifestMatches(), resolverHost],
    optional_host_permissions: ['https://*/*'],
    incognito: 'spanning',
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko } }
      : // action.openPopup() from a message, URL.canParse and storage.session.
        { minimum_chrome_version: '127' }),
  }),
  zip: {
    // Everything a rebuild needs, and nothing that happens to lie beside it.
    includeSources: [
      '{assets,components,docs,entrypoints,public,scripts,utils}/**',
      '{wxt,vitest}.config.ts',
      'package{,-lock}.json',
      'tsconfig{,.node}.json',
      '{LICENSE,README.md,CHANGELOG.md,.npmrc}',
    ],
  },
});

/** The aliases of a Vite build, but for the one that stands for `wxt/browser`. */
function withoutPolyfill(aliases: unknown): Record<string, string> {
  const entries = Object.entries(aliases as Record<string, string>);
  return Object.fromEntries(entries.filter(([from]) => from !== 'wxt/browser'));
}

import '@wxt-dev/i18n/module';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { DEFAULT_RESOLVER } from './utils/settings/resolvers';
import { manifestMatches } from './utils/webmail/webmails';

const resolverHost = `${new URL(DEFAULT_RESOLVER.url).origin}/*`;

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: 'utils/i18n/locales' },
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: [...manifestMatches(), resolverHost],
    optional_host_permissions: ['https://*/*'],
    incognito: 'spanning',
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'waxseal@waxseal.invalid',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'], optional: ['personalCommunications'] },
        },
      },
    }),
  }),
});

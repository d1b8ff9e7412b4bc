import '@/components/setup/setup.css';
import { browser } from 'wxt/browser';
import { labelDocument, showPage } from '@/components/parts/show-page';
import { OptionsPage, type OptionsView } from '@/components/setup/options-page';
import { browserDirection, browserLanguage, browserTranslate } from '@/utils/i18n/browser-translate';
import { askBackground } from '@/utils/messaging/ask-background';
import { releaseHost } from '@/utils/permissions/release-host';
import { requestEveryHost, requestHosts } from '@/utils/permissions/request-permissions';
import { loadSettings, updateSettings, watchSettings } from '@/utils/settings/settings-store';
import { OptionsSession } from './options-session';

const words = { t: browserTranslate, language: browserLanguage() };
const root = document.querySelector('#app') ?? document.body;

const session = new OptionsSession(
  {
    loadSettings,
    updateSettings,
    requestHosts,
    requestEveryHost,
    releaseHost,
    tellSettingsChanged: () => askBackground({ kind: 'settings-changed' }),
    openWelcome: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
  },
  show,
);

function show(view: OptionsView): void {
  showPage(root, words, <OptionsPage view={view} actions={session.actions} />);
}

labelDocument(document, { ...words, direction: browserDirection() }, words.t('options.title'));
void session.refresh();
watchSettings(() => void session.refresh());

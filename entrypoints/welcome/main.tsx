import '@/components/setup/setup.css';
import { labelDocument, showPage } from '@/components/parts/show-page';
import { WelcomePage, type WelcomeView } from '@/components/setup/welcome-page';
import { browserDirection, browserLanguage, browserTranslate } from '@/utils/i18n/browser-translate';
import { askBackground } from '@/utils/messaging/ask-background';
import { requestEveryHost, requestStart } from '@/utils/permissions/request-permissions';
import { loadSettings, saveSettings } from '@/utils/settings/settings-store';
import { manifestMatches } from '@/utils/webmail/webmails';
import { WelcomeSession } from './welcome-session';

const words = { t: browserTranslate, language: browserLanguage() };
const root = document.querySelector('#app') ?? document.body;

const session = new WelcomeSession(
  {
    loadSettings,
    saveSettings,
    requestStart,
    requestEveryHost,
    webmails: manifestMatches().map((pattern) => pattern.replace(/\*$/, '')),
    tellSettingsChanged: () => askBackground({ kind: 'settings-changed' }),
    focusOwnUrl: () => document.querySelector<HTMLElement>('#resolver-url')?.focus(),
    now: Date.now,
  },
  show,
);

function show(view: WelcomeView): void {
  showPage(root, words, <WelcomePage view={view} actions={session.actions} />);
}

labelDocument(document, { ...words, direction: browserDirection() }, words.t('welcome.title'));
void session.open();

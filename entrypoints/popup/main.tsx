import '@/components/popup/popup.css';
import { browser } from 'wxt/browser';
import { labelDocument, showPage } from '@/components/parts/show-page';
import { PopupPage } from '@/components/popup/popup-page';
import type { PopupView } from '@/components/popup/popup-view';
import { browserDirection, browserLanguage, browserTranslate } from '@/utils/i18n/browser-translate';
import { askBackground } from '@/utils/messaging/ask-background';
import { listComposes } from '@/utils/messaging/ask-tab';
import { mayFetch } from '@/utils/permissions/held-permissions';
import { requestHosts } from '@/utils/permissions/request-permissions';
import { dropPendingWebmail, notePendingWebmail } from '@/utils/settings/pending-webmail';
import { loadSettings, updateSettings, watchSettings } from '@/utils/settings/settings-store';
import { latestSoon } from './latest-soon';
import { dropPendingPolicy, notePendingPolicy, pendingPolicy } from './pending-policy';
import { PopupSession } from './popup-session';
import type { PopupWorld } from './popup-world';

const query = new URLSearchParams(location.search);
const words = { t: browserTranslate, language: browserLanguage() };
const root = document.querySelector('#app') ?? document.body;

const world: PopupWorld = {
  tab: async () => {
    const asked = query.get('tab');
    const tab =
      asked === null
        ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
        : await browser.tabs.get(Number(asked)).catch(() => undefined);
    return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
  },
  loadSettings,
  updateSettings,
  listComposes,
  ask: askBackground,
  requestHosts,
  mayFetch,
  notePendingWebmail,
  dropPendingWebmail,
  notePendingPolicy,
  pendingPolicy,
  dropPendingPolicy,
  now: Date.now,
  openWelcome: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
  openSettings: () => void browser.runtime.openOptionsPage(),
};

/** Milliseconds in which the answers for many domains become one change of the page. */
const GATHER = 30;

const session = new PopupSession(world, query.get('domain'), latestSoon(GATHER, show));

function show(view: PopupView): void {
  showPage(root, words, <PopupPage view={view} actions={session.actions} />);
}

labelDocument(document, { ...words, direction: browserDirection() }, words.t('extensionName'));
show({ kind: 'loading' });
void session.refresh();
watchSettings(() => void session.refresh());
// As a tab of its own it stays open while the message is edited elsewhere.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void session.refresh();
});

/**
 * The background: wiring only. Listeners are registered at once, because the browser starts the worker for
 * an event and delivers it right away. Nothing that matters is kept in variables: the worker may die at
 * any moment.
 */
import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { makeRouter } from '@/utils/messaging/router';
import { watchSettings } from '@/utils/settings/settings-store';
import type { Fetch } from '@/utils/network/fetch';
import { makeAnswers } from './answers';
import { makeCaches } from './caches';
import { followSettings } from './content-scripts';
import { mayAsk } from './enabled-webmails';
import { makeLookUps } from './look-ups';
import type { Parts } from './means';
import { makeNewDomainLimit, type CountStore } from './new-domain-limit';
import { makeOwnPageHandlers } from './own-page-handlers';
import { makePageHandlers } from './page-handlers';
import { addPendingWebmail } from './pending-webmail';
import { makeReportLookUps } from './report-look-ups';
import { welcome } from './welcome';

export default defineBackground(() => {
  const parts = makeParts();
  answerMessages(parts);
  followChanges();
  tidyUp(parts);
  void followSettings(false);
});

function makeParts(): Parts {
  const cacheFor = makeCaches();
  const ownFetch: Fetch = (url, init) => fetch(url, init);
  const answersFor = makeAnswers({ fetch: ownFetch });
  return {
    cacheFor,
    lookUps: makeLookUps({ fetch: ownFetch, answersFor, cacheFor }),
    reportLookUps: makeReportLookUps({ answersFor, cacheFor }),
    limit: makeNewDomainLimit(sessionStore),
  };
}

const sessionStore: CountStore = {
  get: (key) => storage.getItem(`session:${key}`),
  set: (key, value) => storage.setItem(`session:${key}`, value),
  remove: (key) => storage.removeItem(`session:${key}`),
};

function answerMessages(parts: Parts): void {
  const route = makeRouter({
    own: () => ({ id: browser.runtime.id, url: browser.runtime.getURL('/') }),
    pages: makePageHandlers(parts),
    ownPages: makeOwnPageHandlers(parts, () => followSettings(true)),
    mayAsk,
    // The sender is told that there is no answer; a log in the user's browser would reach nobody.
    onFault: () => undefined,
  });
  browser.runtime.onMessage.addListener(route);
}

function followChanges(): void {
  watchSettings(() => void followSettings(true));
  browser.permissions.onAdded.addListener(({ origins }) => {
    addPendingWebmail(origins ?? []).then(
      () => followSettings(true),
      () => undefined,
    );
  });
  browser.permissions.onRemoved.addListener(() => void followSettings(true));
}

function tidyUp({ cacheFor, limit }: Parts): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void welcome(reason);
    void cacheFor(false).prune();
  });
  browser.runtime.onStartup.addListener(() => void cacheFor(false).prune());
  browser.tabs.onRemoved.addListener((tab) => void limit.forgetTab(tab));
}

/** What the extension's own pages (popup, welcome, options) are answered. */
import { browser } from 'wxt/browser';
import { tellTab } from '@/utils/messaging/ask-tab';
import type { ExtensionPageRequest, VerdictReply } from '@/utils/messaging/protocol';
import type { OwnPageHandlers } from '@/utils/messaging/router';
import { loadSettings } from '@/utils/settings/settings-store';
import { isActive } from './enabled-webmails';
import { meansFor, type Parts } from './means';
import { answer, answerAnew, type Answer, type Means, type Question } from './verdicts';

type VerdictRequest = Extract<ExtensionPageRequest, { kind: 'verdict' | 'recheck' }>;

/** The handlers of the extension's own pages over the parts of this worker. */
export function makeOwnPageHandlers(parts: Parts, followSettings: () => Promise<void>): OwnPageHandlers {
  return {
    verdict: (request) => reply(parts, request, false, answer),
    recheck: async (request) => {
      const done = await reply(parts, request, request.readPolicy, answerAnew);
      await tellTab(request.place.tab, { kind: 'verdicts-changed', domains: [request.domain] });
      return done;
    },
    'settings-changed': async () => {
      await followSettings();
      return { status: 'ok' };
    },
  };
}

async function reply(
  parts: Parts,
  { domain, webmail, place }: VerdictRequest,
  policyClick: boolean,
  how: (question: Question, means: Means) => Promise<Answer>,
): Promise<VerdictReply> {
  const settings = await loadSettings();
  if (!(await isActive(settings))) return { status: 'inactive' };
  const incognito = await isPrivate(place.tab);
  const means = await meansFor(parts, settings, { domain, incognito, policyClick });
  if (means === null) return { status: 'inactive' };
  const { verdict, refresh } = await how({ domain, webmail, window: { ...place, frame: 0 } }, means);
  refresh?.then(
    () => tellTab(place.tab, { kind: 'verdicts-changed', domains: [domain] }),
    () => undefined,
  );
  return { status: 'done', verdict, fresh: refresh === null, storage: means.cache.storage };
}

/** Whether the tab is in a private window; a tab that is gone counts as one, so that nothing is written. */
async function isPrivate(tab: number): Promise<boolean> {
  return browser.tabs.get(tab).then(
    ({ incognito }) => incognito,
    () => true,
  );
}

/** What the extension's own pages (popup, welcome, options) are answered. */
import { browser } from 'wxt/browser';
import { tellTab } from '@/utils/messaging/ask-tab';
import type { ExtensionPageRequest, ReportsReply, VerdictReply } from '@/utils/messaging/protocol';
import type { OwnPageHandlers } from '@/utils/messaging/router';
import { parseRecipient } from '@/utils/address/parse-recipient';
import { readInput } from '@/utils/lookup/read-input';
import { loadSettings } from '@/utils/settings/settings-store';
import { now } from './clock';
import { isActive } from './enabled-webmails';
import { meansFor, resolversOf, type Parts } from './means';
import { answer, answerAnew, type Answer, type Means, type Question } from './verdicts';

type VerdictRequest = Extract<ExtensionPageRequest, { kind: 'verdict' | 'recheck' }>;
type ReportsRequest = Extract<ExtensionPageRequest, { kind: 'reports' }>;

/** The handlers of the extension's own pages over the parts of this worker. */
export function makeOwnPageHandlers(parts: Parts, followSettings: () => Promise<void>): OwnPageHandlers {
  return {
    verdict: (request) => reply(parts, request, false, answer),
    recheck: async (request) => {
      const done = await reply(parts, request, request.readPolicy, answerAnew);
      await tellTab(request.place.tab, { kind: 'verdicts-changed', domains: [request.domain] });
      return done;
    },
    reports: (request) => replyReports(parts, request),
    'settings-changed': async () => {
      await followSettings();
      return { status: 'ok' };
    },
  };
}

async function reply(
  parts: Parts,
  { domain, webmail, from, place }: VerdictRequest,
  policyClick: boolean,
  how: (question: Question, means: Means) => Promise<Answer>,
): Promise<VerdictReply> {
  const settings = await loadSettings();
  if (!(await isActive(settings))) return { status: 'inactive' };
  const incognito = await isPrivate(place.tab);
  const means = await meansFor(parts, settings, { domain, incognito, policyClick });
  if (means === null) return { status: 'inactive' };
  const writing = { webmail, from, chosen: settings.provider };
  const { verdict, history, refresh } = await how({ domain, writing, window: { ...place, frame: 0 } }, means);
  refresh?.then(
    () => tellTab(place.tab, { kind: 'verdicts-changed', domains: [domain] }),
    () => undefined,
  );
  return { status: 'done', verdict, history, fresh: refresh === null, storage: means.cache.storage };
}

/** Only of domains: nothing else has records. */
async function replyReports(parts: Parts, { domain, place }: ReportsRequest): Promise<ReportsReply> {
  const settings = await loadSettings();
  const resolvers = resolversOf(settings);
  const input = readInput(parseRecipient(`x@${domain}`), now());
  if (input.kind !== 'look-up' || resolvers === null || !(await isActive(settings))) return INACTIVE;
  const lookUp = parts.reportLookUps({ resolvers, incognito: await isPrivate(place.tab) });
  return { status: 'done', reports: await lookUp(input.domain) };
}

const INACTIVE = { status: 'inactive' } as const;

/** Whether the tab is in a private window; a tab that is gone counts as one, so that nothing is written. */
async function isPrivate(tab: number): Promise<boolean> {
  return browser.tabs.get(tab).then(
    ({ incognito }) => incognito,
    () => true,
  );
}

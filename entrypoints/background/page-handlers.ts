/** What content scripts are answered. Whether one may ask at all was decided before (enabled-webmails.ts). */
import { tellTab } from '@/utils/messaging/ask-tab';
import type { PageSender } from '@/utils/messaging/message-sender';
import type { CheckReply, PageRequest } from '@/utils/messaging/protocol';
import type { PageHandlers } from '@/utils/messaging/router';
import { loadSettings } from '@/utils/settings/settings-store';
import { openDetails } from './details';
import { now } from './clock';
import { domainLine } from './domain-line';
import { enabledAt } from './enabled-webmails';
import { greeting } from './greeting';
import { meansFor, type Parts } from './means';
import { showLevel } from './toolbar';
import { answer } from './verdicts';
import { worthAskingAgain } from './worth-asking-again';

type CheckRequest = Extract<PageRequest, { kind: 'check' }>;

const OK = { status: 'ok' } as const;

/** The handlers of page requests over the parts of this worker. */
export function makePageHandlers(parts: Parts): PageHandlers {
  return {
    hello: async (_request, sender) => greeting(enabledAt(sender.origin, await loadSettings())),
    check: (request, sender) => check(parts, request, sender),
    badge: async ({ level, checking }, { tab }) => {
      await showLevel(tab, level, checking);
      return OK;
    },
    'open-details': async ({ domain }, { tab }) => {
      await openDetails(tab, domain);
      return OK;
    },
  };
}

async function check(parts: Parts, request: CheckRequest, sender: PageSender): Promise<CheckReply> {
  const { domain, webmail, from, compose } = request;
  const { tab, frame, incognito } = sender;
  const settings = await loadSettings();
  const means = await meansFor(parts, settings, { domain, incognito, policyClick: false });
  if (means === null) return { status: 'inactive' };
  const { recipient, verdict, limited, refresh } = await answer(
    { domain, writing: { webmail, from, chosen: settings.provider }, window: { tab, frame, compose } },
    means,
  );
  // Its failures are evidence; should the storage fail, the page keeps what it has.
  refresh?.then(
    () => tellTab(tab, { kind: 'verdicts-changed', domains: [domain] }, frame),
    () => undefined,
  );
  const line = domainLine(domain, recipient, verdict);
  return limited
    ? { status: 'limited', line }
    : { status: 'done', line, fresh: refresh === null, again: worthAskingAgain(verdict, now()) };
}

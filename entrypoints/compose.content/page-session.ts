/** One page: asks whether to be here at all, then keeps a session for each compose window. */
import type {
  Acknowledged,
  ComposeListReply,
  ContentRequest,
  Greeting,
  PageRequest,
} from '@/utils/messaging/protocol';
import { worstRow } from '@/utils/notice/notice-model';
import type { Webmail } from '@/utils/webmail/contract';
import type { ComposeReading } from '@/utils/webmail/read-compose';
import { recognise } from '@/utils/webmail/recognise';
import { watchPage, type PageWatch } from '@/utils/webmail/watch-page';
import type { Ask } from './ask';
import { startComposeSession, type ComposeSession } from './compose-session';

export interface PageSession {
  /** Answers the popup and hears the background; null where there is nothing to list. */
  readonly hear: (request: ContentRequest) => ComposeListReply | Acknowledged | null;
  /** Looks again whether this is a webmail: it may not have been one before it was loaded. */
  readonly recognise: () => void;
  readonly stop: () => void;
}

/** Before a greeting that says "active" nothing in the page is watched or changed. */
export function startPageSession(document: Document, ask: Ask): PageSession {
  const sessions = new Map<Element, ComposeSession>();
  const sendBadge = makeBadge(ask);
  let greeting: Greeting = SILENT;
  let webmail: Webmail | null = null;
  let watch: PageWatch | null = null;
  let stopped = false;

  async function greet(): Promise<void> {
    const reply = await ask({ kind: 'hello' });
    if (stopped || !reply) return;
    greeting = reply;
    if (!reply.active) leave();
    else if (watch) refresh();
    else begin();
  }

  function begin(): void {
    if (watch || !greeting.active) return;
    // The background is part of this very build: these are adapters of the contract.
    webmail = recognise((greeting.kit?.webmails ?? []) as readonly Webmail[], document);
    if (webmail) watch = watchPage(document, webmail, onReading);
  }

  function onReading(composes: readonly ComposeReading[]): void {
    const roots = new Set(composes.map(({ root }) => root));
    for (const [root, session] of sessions) {
      if (roots.has(root)) continue;
      session.stop();
      sessions.delete(root);
    }
    for (const reading of composes) {
      const session = sessions.get(reading.root);
      if (session) session.update(reading);
      else open(reading);
    }
    report();
  }

  function open(reading: ComposeReading): void {
    const { kit } = greeting;
    if (!webmail || !kit) return;
    const session = startComposeSession(reading, {
      // Never the same again in this tab: the background counts new domains by it, also after a reload.
      id: crypto.randomUUID(),
      webmail,
      look: kit.look,
      ask,
      speech: greeting,
      onChange: report,
      onInactive: leave,
    });
    sessions.set(reading.root, session);
  }

  function report(): void {
    const rows = [...sessions.values()].flatMap((session) => session.rows());
    const checking = rows.some(({ level }) => level === null);
    sendBadge({ kind: 'badge', level: worstRow(rows)?.level ?? null, checking });
  }

  function leave(): void {
    watch?.stop();
    watch = null;
    for (const session of sessions.values()) session.stop();
    sessions.clear();
    report();
  }

  function refresh(domains?: readonly string[]): void {
    for (const session of sessions.values()) session.refresh(domains);
  }

  function hear(request: ContentRequest): ComposeListReply | Acknowledged | null {
    if (request.kind === 'list-composes') {
      watch?.look();
      const composes = [...sessions.values()].map((session) => session.view());
      return webmail && { webmail: webmail.id, composes };
    }
    if (request.kind === 'settings-changed') void greet();
    else refresh(request.domains);
    return { status: 'ok' };
  }

  void greet();
  return {
    hear,
    recognise: begin,
    stop: () => {
      stopped = true;
      leave();
    },
  };
}

const SILENT: Greeting = { active: false, words: {}, direction: 'ltr', language: 'en' };

/** Tells the toolbar, but only what is new to it. */
function makeBadge(ask: Ask): (badge: Extract<PageRequest, { kind: 'badge' }>) => void {
  let told = '';
  return (badge) => {
    const news = JSON.stringify(badge);
    // Nothing to say before there was anything.
    if (news === told || (told === '' && badge.level === null && !badge.checking)) return;
    told = news;
    void ask(badge);
  };
}

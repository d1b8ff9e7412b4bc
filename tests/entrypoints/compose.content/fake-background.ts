import en from '@/utils/i18n/locales/en.json';
import type { CheckReply, DomainLine, Greeting, PageRequest } from '@/utils/messaging/protocol';
import { noticeLook } from '@/utils/notice/look';
import type { Level } from '@/utils/verdict/level';
import { WEBMAILS } from '@/utils/webmail/webmails';
import { makeAsk } from '@/entrypoints/compose.content/ask';
import { startPageSession, type PageSession } from '@/entrypoints/compose.content/page-session';
import type { Runtime } from '@/entrypoints/compose.content/runtime';

const words = Object.entries(en.notice).map(([key, text]) => [`notice.${key}`, text] as const);

export function line(domain: string, level: Level): DomainLine {
  return { domain, unicode: domain, level, conditional: false, word: level, sentence: 'Why.' };
}

/** A background without a browser: it remembers what it was asked, and can be told to die. */
export class FakeBackground {
  active = true;
  readonly heard: PageRequest[] = [];
  /** How many of the next messages nobody answers. */
  deaf = 0;
  /** Questions under way now, and at most. */
  underWay = 0;
  busiest = 0;
  levels: Record<string, Level> = {};
  check = (domain: string): CheckReply => ({
    status: 'done',
    line: line(domain, this.levels[domain] ?? 'expected'),
    fresh: true,
    again: null,
  });

  get greeting(): Greeting {
    const webmails = WEBMAILS.filter(({ id }) => id === this.webmail);
    const kit = { webmails, look: noticeLook() };
    const spoken = { words: Object.fromEntries(words), direction: 'ltr' as const, language: 'en' };
    return this.active ? { active: true, ...spoken, kit } : { active: false, ...spoken };
  }

  constructor(readonly webmail: string) {}

  /** The domains that were asked about, in order. */
  get checked(): string[] {
    return this.heard.flatMap((request) => (request.kind === 'check' ? [request.domain] : []));
  }

  /** The domain of the writer's own address in each question. */
  get senders(): (string | null)[] {
    return this.heard.flatMap((request) => (request.kind === 'check' ? [request.from] : []));
  }

  get badges(): string[] {
    return this.heard.flatMap((request) =>
      request.kind === 'badge' ? [`${request.level}${request.checking ? ' …' : ''}`] : [],
    );
  }

  readonly runtime: Runtime = {
    id: 'waxseal',
    sendMessage: async (message) => {
      if (this.deaf > 0) {
        this.deaf -= 1;
        throw new Error('The message channel closed before a response was received.');
      }
      this.heard.push(message as PageRequest);
      this.underWay += 1;
      this.busiest = Math.max(this.busiest, this.underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      this.underWay -= 1;
      return this.reply(message as PageRequest);
    },
    onMessage: { addListener: () => undefined, removeListener: () => undefined },
  };

  /** Starts the content script's session in the document. */
  start(onOrphaned: () => void = () => undefined): PageSession {
    return startPageSession(document, makeAsk(this.runtime, onOrphaned));
  }

  private reply(request: PageRequest): unknown {
    if (request.kind === 'hello') return this.greeting;
    if (request.kind === 'check') return this.active ? this.check(request.domain) : { status: 'inactive' };
    return { status: 'ok' };
  }
}

/**
 * The messages between the parts of the extension: types only, so that the content script can import
 * them for nothing. The background validates every one (schemas.ts) and checks who sent it.
 *
 * Every request is idempotent: a background worker dies at any moment, and whoever asks asks again.
 */
import type { ReportEvidence } from '@/utils/tlsrpt/record';
import type { Level } from '@/utils/verdict/level';
import type { LevelHistory } from '@/utils/verdict/level-history';
import type { Verdict } from '@/utils/verdict/verdict';

/** What a content script is told when it starts. */
export interface Greeting {
  /** False before consent or after it was withdrawn: the content script then leaves the page alone. */
  readonly active: boolean;
  /** Words of the notice, in the browser's language, by their key in the message catalogue. */
  readonly words: Readonly<Record<string, string>>;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47, for Intl. */
  readonly language: string;
  /** There for an active page only. */
  readonly kit?: PageKit;
}

/** What an active page needs besides words, as data, so that the content script need not carry it. */
export interface PageKit {
  /** What this page may be: `Webmail` of utils/webmail/contract.ts. */
  readonly webmails: readonly unknown[];
  /** The notice's style sheet, and its marks as paths (utils/notice/look.ts). */
  readonly look: { readonly style: string; readonly marks: Readonly<Record<string, string>> };
}

/** What the notice shows of one domain. */
export interface DomainLine {
  readonly domain: string;
  /** U-labels. */
  readonly unicode: string;
  readonly level: Level;
  readonly conditional: boolean;
  /** Name of the level in the user's language. */
  readonly word: string;
  /** The deciding reason in one sentence. */
  readonly sentence: string;
}

export type CheckReply =
  | {
      readonly status: 'done';
      readonly line: DomainLine;
      readonly fresh: boolean;
      /** Milliseconds after which the same question may find out more; null where it would not. */
      readonly again: number | null;
    }
  /** More new domains in this compose window than are looked up. */
  | { readonly status: 'limited'; readonly line: DomainLine }
  | { readonly status: 'inactive' };

/** One recipient as the popup shows it. The address stays between page and popup. */
export interface ComposeRecipient {
  readonly field: 'to' | 'cc' | 'bcc';
  /** As shown in the page. */
  readonly text: string;
  /** A-labels; null if unreadable. "[192.0.2.1]" for an address literal. */
  readonly domain: string | null;
}

export interface ComposeView {
  /** Random, never used again in its tab: new domains are counted by it. */
  readonly id: string;
  /** Domain of the writer's own address in this window, A-labels; null where it cannot be read. */
  readonly from: string | null;
  readonly recipients: readonly ComposeRecipient[];
  readonly limited: boolean;
}

/** From a content script to the background. */
export type PageRequest =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'check';
      readonly webmail: string;
      readonly compose: string;
      /** A-labels or an address literal in brackets. */
      readonly domain: string;
      /** Domain of the writer's own address; null where it cannot be read. */
      readonly from: string | null;
    }
  /** For the toolbar badge: the worst of all compose windows of the frame; null when there is none. */
  | { readonly kind: 'badge'; readonly level: Level | null; readonly checking: boolean }
  | { readonly kind: 'open-details'; readonly domain: string | null };

/** Where a compose window is: the background counts new domains per compose window. */
export interface ComposePlace {
  readonly tab: number;
  /** `ComposeView.id`; the popup lists the composes of the tab's top frame. */
  readonly compose: string;
}

/** From the extension's own pages to the background. */
export type ExtensionPageRequest =
  /** Answered from the cache at once where there is anything, else looked up. */
  | {
      readonly kind: 'verdict';
      readonly webmail: string;
      readonly domain: string;
      /** `ComposeView.from`. */
      readonly from: string | null;
      readonly place: ComposePlace;
    }
  /** Look again although the cache still holds; `readPolicy` is the user's click for this one domain. */
  | {
      readonly kind: 'recheck';
      readonly webmail: string;
      readonly domain: string;
      readonly from: string | null;
      readonly place: ComposePlace;
      readonly readPolicy: boolean;
    }
  /** The user opened the details of a domain: where does it want reports on failed encryption? */
  | { readonly kind: 'reports'; readonly domain: string; readonly place: ComposePlace }
  /** Settings or permissions changed: answered once the content scripts are as the settings want them. */
  | { readonly kind: 'settings-changed' };

export type VerdictReply =
  /** `fresh: false`: from the cache and due; a `recheck` waits for the refresh that is under way. */
  | {
      readonly status: 'done';
      readonly verdict: Verdict;
      /** How the domain's level changed, for a sender that checks; empty where nothing is remembered. */
      readonly history: LevelHistory;
      readonly fresh: boolean;
      /** Where it is kept: in memory in private windows, and when the disk fails. */
      readonly storage: 'disk' | 'memory';
    }
  | { readonly status: 'inactive' };

export type ReportsReply =
  { readonly status: 'done'; readonly reports: ReportEvidence } | { readonly status: 'inactive' };

/** Received and acted upon; there is nothing to tell. */
export interface Acknowledged {
  readonly status: 'ok';
}

/** From the popup or the background to a content script. */
export type ContentRequest =
  | { readonly kind: 'list-composes' }
  | { readonly kind: 'verdicts-changed'; readonly domains: readonly string[] }
  | { readonly kind: 'settings-changed' };

export interface ComposeListReply {
  readonly webmail: string;
  readonly composes: readonly ComposeView[];
}

/**
 * What each request is answered with. An invalid request, or one from elsewhere, gets no answer; one whose
 * handling failed by a bug gets null. Whoever asks takes both for "ask again, a few times".
 */
export interface Replies {
  readonly hello: Greeting;
  readonly check: CheckReply;
  readonly badge: Acknowledged;
  readonly 'open-details': Acknowledged;
  readonly verdict: VerdictReply;
  readonly recheck: VerdictReply;
  readonly reports: ReportsReply;
  readonly 'settings-changed': Acknowledged;
  readonly 'list-composes': ComposeListReply;
  readonly 'verdicts-changed': Acknowledged;
}

import { vi } from 'vitest';
import type { PopupWorld } from '@/entrypoints/popup/popup-world';
import type {
  ComposeListReply,
  ExtensionPageRequest,
  ReportsReply,
  VerdictReply,
} from '@/utils/messaging/protocol';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';
import type { ReportReading } from '@/utils/tlsrpt/record';
import type { Verdict } from '@/utils/verdict/verdict';
import { sampleVerdict } from '../../components/sample-verdict';

type VerdictRequest = Extract<ExtensionPageRequest, { kind: 'verdict' | 'recheck' }>;

/** A verdict as the background sends it. */
export function answered(verdict: Verdict, fresh = true): VerdictReply {
  return { status: 'done', verdict, history: [], fresh, storage: 'disk' };
}

export const AGREED: Settings = { ...DEFAULT_SETTINGS, consent: { at: 1 }, policies: 'ask' };

export const listing = (...domains: readonly (string | null)[]): ComposeListReply => ({
  webmail: 'gmail',
  composes: [
    {
      id: 'c1',
      from: 'gmail.com',
      limited: false,
      recipients: domains.map((domain) => ({ field: 'to', text: `x@${domain ?? '?'}`, domain })),
    },
  ],
});

/** A browser in a few variables; tests change them and look at what was done, in order. */
export class FakePopupWorld implements PopupWorld {
  settings = AGREED;
  url: string | null = 'https://mail.google.com/mail/';
  composes: ComposeListReply | null = listing('a.example');
  held = true;
  grants = true;
  readonly done: string[] = [];
  answer: (request: VerdictRequest) => VerdictReply | null = ({ domain }) => answered(sampleVerdict(domain));
  reports: ReportReading | null = { kind: 'absent' };

  readonly tab = () => Promise.resolve({ id: 7, url: this.url });
  readonly loadSettings = () => Promise.resolve(this.settings);
  readonly updateSettings = (change: (current: Settings) => Partial<Settings>) => {
    this.settings = { ...this.settings, ...change(this.settings) };
    this.done.push(`save ${JSON.stringify(change(this.settings))}`);
    return Promise.resolve(this.settings);
  };
  readonly listComposes = () => Promise.resolve(this.composes);
  readonly ask = ((request: ExtensionPageRequest) => {
    const policy = request.kind === 'recheck' && request.readPolicy ? ' with policy' : '';
    this.done.push(`${request.kind}${'domain' in request ? ` ${request.domain}` : ''}${policy}`);
    if (request.kind === 'settings-changed') return Promise.resolve(null);
    if (request.kind === 'reports') return Promise.resolve(this.#reportsOn(request.domain));
    return Promise.resolve(this.answer(request));
  }) as PopupWorld['ask'];
  readonly requestHosts = (urls: readonly string[]) => {
    this.done.push(`request ${urls.join()}`);
    return Promise.resolve(this.grants);
  };
  readonly mayFetch = () => Promise.resolve(this.held);
  /** Domain whose policy an earlier popup asked to read. */
  noted: string | null = null;
  readonly notePendingWebmail = (origin: string, now: number) => this.#did(`note ${origin} at ${now}`);
  readonly dropPendingWebmail = () => this.#did('drop webmail note');
  readonly notePendingPolicy = (domain: string, now: number) => this.#did(`note ${domain} at ${now}`);
  readonly pendingPolicy = () => Promise.resolve(this.noted);
  readonly dropPendingPolicy = () => this.#did('drop policy note');
  readonly now = () => 1000;
  #reportsOn(domain: string): ReportsReply | null {
    if (this.reports === null) return null;
    const dates = { gatheredAt: 1000, validUntil: 2000 };
    return { status: 'done', reports: { domain, resolver: 'r', reading: this.reports, ...dates } };
  }

  readonly openWelcome = vi.fn<() => void>();
  readonly openSettings = vi.fn<() => void>();

  #did(what: string): Promise<void> {
    this.done.push(what);
    return Promise.resolve();
  }
}

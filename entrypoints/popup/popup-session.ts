/**
 * What happens in an open popup: it finds out where it stands, asks for verdicts, and obeys its buttons.
 *
 * A question of the browser may close it, as in Firefox. So what was clicked is noted before the question
 * and done by whoever comes next: the background adds the webmail, another popup reads the policy.
 */
import type { EmptyReason, PopupActions, PopupView, RecipientRow } from '@/components/popup/popup-view';
import type { ComposeListReply } from '@/utils/messaging/protocol';
import type { Settings } from '@/utils/settings/settings';
import { resolverUrls } from '@/utils/settings/settings-store';
import { noRecipients } from './no-recipients';
import { policyHost } from './pending-policy';
import { pageStanding, type PageStanding } from './page-standing';
import type { PopupWorld } from './popup-world';
import { answeredRow, cutOff, startRows, type AskedRow } from './recipient-rows';
import { useWebmail, type UsablePage } from './use-webmail';

export class PopupSession {
  #rows: readonly AskedRow[] = [];
  #limited = false;
  /** Domains about whose reports the background is being asked. */
  readonly #asking = new Set<string>();
  #settings: Settings | null = null;
  #page: PageStanding = { kind: 'unusable' };
  /** The last thing the user was asked was refused. */
  #refused = false;
  /** Counts looks at the tab: answers to an earlier look are dropped. */
  #turn = 0;

  /** Starts nothing by itself. `opened`: the domain to unfold; `show` is called with every new view. */
  constructor(
    private readonly world: PopupWorld,
    private readonly opened: string | null,
    private readonly show: (view: PopupView) => void,
  ) {}

  /** What the controls do. Each asks for at most one permission, before anything is awaited. */
  readonly actions: PopupActions = {
    checkAgain: (domain) => {
      this.#refused = false;
      void this.#askAgain(domain, false);
    },
    readPolicy: (domain) => {
      void this.world.notePendingPolicy(domain, this.world.now());
      const granted = this.world.requestHosts([policyHost(domain)]);
      void this.#afterPolicyRequest(domain, granted);
    },
    openDetails: (domain) => void this.#askReports(domain),
    useHere: () => {
      if (this.#page.kind === 'unusable') return;
      if (this.#page.kind === 'elsewhere') {
        void this.world.notePendingWebmail(this.#page.origin, this.world.now());
      }
      const granted = this.world.requestHosts([this.#page.origin]);
      void this.#afterPageRequest(this.#page, granted);
    },
    setUp: () => {
      this.world.openWelcome();
    },
    openSettings: () => {
      this.world.openSettings();
    },
  };

  /** Looks at the tab anew. Rejects only if the browser's storage fails. */
  async refresh(): Promise<void> {
    const mine = ++this.#turn;
    const [settings, tab] = await Promise.all([this.world.loadSettings(), this.world.tab()]);
    if (mine !== this.#turn) return;
    this.#settings = settings;
    this.#page = pageStanding(tab?.url ?? null, settings);
    if (settings.consent === null) {
      this.#showEmpty('no-consent');
      return;
    }
    // A content script that was switched off still answers until its page is left.
    const off = this.#page.kind !== 'unusable' && !this.#page.on;
    const reply = tab && !off ? await this.world.listComposes(tab.id) : null;
    const why = reply ? noRecipients(reply) : await this.#unanswered();
    if (mine !== this.#turn) return;
    if (tab && reply && why === null) await this.#showComposes(reply, tab.id);
    else this.#showEmpty(why ?? 'unusable');
  }

  /** Why no content script answers. */
  async #unanswered(): Promise<EmptyReason> {
    if (this.#page.kind === 'unusable') return 'unusable';
    const enabled = this.#page.on && (await this.world.mayFetch(this.#page.origin));
    return enabled ? 'no-compose' : 'no-permission';
  }

  async #showComposes(reply: ComposeListReply, tab: number): Promise<void> {
    const { rows, complete } = startRows(reply, tab, {
      now: this.world.now(),
      provider: this.#settings?.provider ?? null,
    });
    const known = new Map(this.#rows.map(({ row }) => [row.domain, row.reports]));
    this.#rows = rows.map(({ row, ...asked }) => {
      return { ...asked, row: { ...row, reports: known.get(row.domain) ?? null } };
    });
    this.#limited = !complete || reply.composes.some(({ limited }) => limited);
    this.#showRows();
    const mine = this.#turn;
    const noted = await this.#notedPolicy();
    if (mine !== this.#turn) return;
    await Promise.all(
      rows.map((asked) =>
        noted !== null && asked.row.domain === noted ? this.#readPolicy(noted) : this.#askFirst(asked),
      ),
    );
  }

  /** The domain whose policy was clicked in a popup that is gone; null unless the browser then gave permission. */
  async #notedPolicy(): Promise<string | null> {
    const domain = await this.world.pendingPolicy(this.world.now());
    if (domain === null || this.#settings?.policies === 'never') return null;
    return (await this.world.mayFetch(policyHost(domain))) ? domain : null;
  }

  async #readPolicy(domain: string): Promise<void> {
    await this.#askAgain(domain, true);
    await this.world.dropPendingPolicy();
  }

  async #askFirst({ row: { domain }, webmail, from, place }: AskedRow): Promise<void> {
    if (domain === null) return;
    const mine = this.#turn;
    const reply = await this.world.ask({ kind: 'verdict', webmail, domain, from, place });
    if (mine !== this.#turn) return;
    this.#setRow(domain, (row) => answeredRow(row, reply));
    if (reply?.status === 'done' && !reply.fresh) await this.#askAgain(domain, false);
  }

  async #askAgain(domain: string, readPolicy: boolean): Promise<void> {
    const asked = this.#rows.find(({ row }) => row.domain === domain);
    if (asked === undefined) return;
    const mine = this.#turn;
    this.#setRow(domain, (row) => ({ ...row, state: 'checking' }));
    const { webmail, from, place } = asked;
    const reply = await this.world.ask({ kind: 'recheck', webmail, domain, from, place, readPolicy });
    // A recheck has looked as well as can be: nothing more is under way.
    const settled = reply?.status === 'done' ? { ...reply, fresh: true } : reply;
    if (mine === this.#turn) this.#setRow(domain, (row) => answeredRow(row, settled));
  }

  /** Once for every row: its details may be folded and unfolded at will. */
  async #askReports(domain: string): Promise<void> {
    const asked = this.#rows.find(({ row }) => row.domain === domain);
    if (asked === undefined || asked.row.reports !== null || this.#asking.has(domain)) return;
    this.#asking.add(domain);
    const reply = await this.world.ask({ kind: 'reports', domain, place: asked.place });
    this.#asking.delete(domain);
    const reports = reply?.status === 'done' ? reply.reports.reading : NO_ANSWER;
    this.#setRow(domain, (row) => ({ ...row, reports }));
  }

  async #afterPolicyRequest(domain: string, granted: Promise<boolean>): Promise<void> {
    this.#refused = !(await granted);
    if (!this.#refused) {
      await this.#readPolicy(domain);
      return;
    }
    this.#showRows();
    await this.world.dropPendingPolicy();
  }

  async #afterPageRequest(page: UsablePage, granted: Promise<boolean>): Promise<void> {
    this.#refused = !(await useWebmail(this.world, page, granted));
    await this.refresh();
  }

  #setRow(domain: string, change: (row: RecipientRow) => RecipientRow): void {
    this.#rows = this.#rows.map((asked) =>
      asked.row.domain === domain ? { ...asked, row: change(asked.row) } : asked,
    );
    this.#showRows();
  }

  #showRows(): void {
    const rows = this.#rows.map(({ row }) => row);
    const resolver = this.#settings && resolverUrls(this.#settings)[0];
    this.show({
      kind: 'recipients',
      rows,
      limited: this.#limited,
      unreachableResolver: resolver && cutOff(rows) ? new URL(resolver).host : null,
      mayAskPolicy: this.#settings?.policies !== 'never',
      opened: this.opened,
      refused: this.#refused,
    });
  }

  #showEmpty(why: EmptyReason): void {
    const host = this.#page.kind === 'unusable' ? null : new URL(this.#page.origin).host;
    this.show({ kind: 'empty', why, host, refused: this.#refused });
  }
}

const NO_ANSWER = { kind: 'failed', failure: { code: 'network' } } as const;

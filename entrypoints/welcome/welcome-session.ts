/** What happens on the welcome page: two choices, then the one click before which nothing leaves. */
import type { PolicyWhen } from '@/components/setup/policy-choice';
import type { WelcomeActions, WelcomeView } from '@/components/setup/welcome-page';
import { parseResolverUrl } from '@/utils/settings/resolver-url';
import { RESOLVERS } from '@/utils/settings/resolvers';
import type { Settings } from '@/utils/settings/settings';

/** Everything the page needs from the browser. Each request is one `permissions.request`, made at once. */
export interface WelcomeWorld {
  readonly loadSettings: () => Promise<Settings>;
  readonly saveSettings: (change: Partial<Settings>) => Promise<unknown>;
  readonly requestStart: (urls: readonly string[]) => Promise<boolean>;
  readonly requestEveryHost: () => Promise<boolean>;
  /** Addresses of the mainstream webmails, for which permission may be missing. */
  readonly webmails: readonly string[];
  readonly tellSettingsChanged: () => Promise<unknown>;
  readonly focusOwnUrl: () => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class WelcomeSession {
  #view: WelcomeView = {
    resolvers: RESOLVERS,
    resolver: RESOLVERS[0]?.id ?? 'custom',
    ownUrl: '',
    fault: null,
    policies: 'ask',
    state: 'choosing',
  };

  /** `show` is called with every new view. */
  constructor(
    private readonly world: WelcomeWorld,
    private readonly show: (view: WelcomeView) => void,
  ) {}

  /** What the controls do. */
  readonly actions: WelcomeActions = {
    chooseResolver: (id) => {
      this.#set({ resolver: id, fault: null });
    },
    typeOwnUrl: (url) => {
      this.#set({ ownUrl: url, fault: null });
    },
    choosePolicies: (when) => {
      if (when === 'always') void this.#afterPolicyRequest(this.world.requestEveryHost());
      else this.#set({ policies: when });
    },
    start: () => {
      this.#start();
    },
  };

  /** Shows the page, with earlier choices where there was consent before. Rejects only if storage fails. */
  async open(): Promise<void> {
    this.#set({});
    const { consent, resolver, policies } = await this.world.loadSettings();
    if (consent === null) return;
    this.#set({ resolver: resolver.id, ownUrl: resolver.url ?? '', policies, state: 'done' });
  }

  #start(): void {
    if (this.#view.state === 'asking') return;
    const resolver = this.#chosenResolver();
    if (resolver === null) return;
    const granted = this.world.requestStart([resolver.url, ...this.world.webmails]);
    this.#set({ state: 'asking' });
    void this.#afterStartRequest({ id: resolver.id, url: resolver.own ? resolver.url : null }, granted);
  }

  /** The resolver as chosen; null, with the fault shown, if the user's own address is none. */
  #chosenResolver(): { id: string; url: string; own: boolean } | null {
    const offered = RESOLVERS.find(({ id }) => id === this.#view.resolver);
    if (offered !== undefined) return { id: offered.id, url: offered.url, own: false };
    const read = parseResolverUrl(this.#view.ownUrl);
    if (read.ok) return { id: 'custom', url: read.url, own: true };
    this.#set({ fault: read.fault });
    this.world.focusOwnUrl();
    return null;
  }

  async #afterPolicyRequest(granted: Promise<boolean>): Promise<void> {
    const before: PolicyWhen = this.#view.policies;
    this.#set({ policies: 'always' });
    if (!(await granted)) this.#set({ policies: before, state: 'refused' });
  }

  async #afterStartRequest(resolver: Settings['resolver'], granted: Promise<boolean>): Promise<void> {
    if (!(await granted)) {
      this.#set({ state: 'declined' });
      return;
    }
    const { policies } = this.#view;
    await this.world.saveSettings({ consent: { at: this.world.now() }, resolver, policies });
    await this.world.tellSettingsChanged();
    this.#set({ state: 'done' });
  }

  #set(change: Partial<WelcomeView>): void {
    // After the start every further choice has to be confirmed by another click.
    const state = this.#view.state === 'asking' ? 'asking' : 'choosing';
    this.#view = { ...this.#view, state, ...change };
    this.show(this.#view);
  }
}

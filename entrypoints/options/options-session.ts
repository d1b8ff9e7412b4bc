/** What happens on the settings page: every change is saved at once, one permission at most per click. */
import type { OptionsActions, OptionsView } from '@/components/setup/options-page';
import type { PolicyWhen } from '@/components/setup/policy-choice';
import type { OfferedProvider } from '@/components/setup/provider-choice';
import { parseResolverUrl } from '@/utils/settings/resolver-url';
import { RESOLVERS } from '@/utils/settings/resolvers';
import type { Settings } from '@/utils/settings/settings';
import { webmailOrigin } from '@/utils/settings/webmail-origin';
import { MAIL_SERVERS } from '@/utils/senders/mail-servers';
import { PROVIDERS } from '@/utils/senders/sender-table';
import { WEBMAILS } from '@/utils/webmail/webmails';

/** Everything the page needs from the browser. Each request is one `permissions.request`, made at once. */
export interface OptionsWorld {
  readonly loadSettings: () => Promise<Settings>;
  readonly updateSettings: (change: (current: Settings) => Partial<Settings>) => Promise<Settings>;
  readonly requestHosts: (urls: readonly string[]) => Promise<boolean>;
  readonly requestEveryHost: () => Promise<boolean>;
  readonly releaseHost: (url: string) => Promise<boolean>;
  readonly tellSettingsChanged: () => Promise<unknown>;
  readonly openWelcome: () => void;
}

type Change = (current: Settings) => Partial<Settings>;
type Typed = Pick<OptionsView, 'ownUrl' | 'ownFault' | 'typedOrigin' | 'originFault' | 'message'>;

const SENDERS_ON_OFFER = { providers: byName(PROVIDERS), servers: byName(MAIL_SERVERS) };

export class OptionsSession {
  #settings: Settings | null = null;
  /** Chosen on the page, but not yet with an address that could be saved. */
  #wantsOwn = false;
  #typed: Typed = { ownUrl: '', ownFault: null, typedOrigin: '', originFault: false, message: null };

  /** `show` is called with every new view. */
  constructor(
    private readonly world: OptionsWorld,
    private readonly show: (view: OptionsView) => void,
  ) {}

  /** What the controls do. */
  readonly actions: OptionsActions = {
    withdraw: () => void this.#save(() => ({ consent: null })),
    setUp: () => {
      this.world.openWelcome();
    },
    chooseResolver: (id) => {
      this.#chooseResolver(id);
    },
    typeOwnUrl: (ownUrl) => {
      this.#type({ ownUrl, ownFault: null });
    },
    useOwnUrl: () => {
      this.#useOwnUrl();
    },
    switchFallback: (id, on) => {
      this.#switchFallback(id, on);
    },
    choosePolicies: (when) => {
      this.#choosePolicies(when);
    },
    chooseProvider: (provider) => void this.#save(() => ({ provider })),
    switchWebmail: (id, on) => {
      const without = (ids: readonly string[]) => ids.filter((each) => each !== id);
      void this.#save(({ webmailsOff }) => ({
        webmailsOff: on ? without(webmailsOff) : [...without(webmailsOff), id],
      }));
    },
    typeOrigin: (typedOrigin) => {
      this.#type({ typedOrigin, originFault: false });
    },
    addOrigin: () => {
      this.#addOrigin();
    },
    removeOrigin: (origin) => void this.#removeOrigin(origin),
  };

  /** Shows the settings as stored. Rejects only if storage fails. */
  async refresh(): Promise<void> {
    this.#settings = await this.world.loadSettings();
    const { url } = this.#settings.resolver;
    if (url !== null && this.#typed.ownUrl === '') this.#typed = { ...this.#typed, ownUrl: url };
    this.#showView();
  }

  #chooseResolver(id: string): void {
    const offered = RESOLVERS.find((resolver) => resolver.id === id);
    this.#wantsOwn = offered === undefined;
    if (offered === undefined) {
      this.#type({ ownFault: null });
      return;
    }
    void this.#saveIf(this.world.requestHosts([offered.url]), ({ fallbacks }) => ({
      resolver: { id, url: null },
      fallbacks: fallbacks.filter((each) => each !== id),
    }));
  }

  #switchFallback(id: string, on: boolean): void {
    const offered = RESOLVERS.find((resolver) => resolver.id === id);
    if (offered === undefined) return;
    const change: Change = ({ fallbacks }) => ({
      fallbacks: RESOLVERS.map((each) => each.id).filter((each) =>
        each === id ? on : fallbacks.includes(each),
      ),
    });
    if (on) void this.#saveIf(this.world.requestHosts([offered.url]), change);
    else void this.#save(change).then(() => this.world.releaseHost(offered.url));
  }

  #useOwnUrl(): void {
    const read = parseResolverUrl(this.#typed.ownUrl);
    if (!read.ok) {
      this.#type({ ownFault: read.fault });
      return;
    }
    void this.#saveIf(this.world.requestHosts([read.url]), () => ({
      resolver: { id: 'custom', url: read.url },
    }));
  }

  #choosePolicies(policies: PolicyWhen): void {
    if (policies === 'always') void this.#saveIf(this.world.requestEveryHost(), () => ({ policies }));
    else void this.#save(() => ({ policies }));
  }

  #addOrigin(): void {
    const origin = webmailOrigin(this.#typed.typedOrigin.trim());
    if (origin === null) {
      this.#type({ originFault: true });
      return;
    }
    const granted = this.world.requestHosts([origin]);
    const add: Change = ({ origins }) => ({ origins: [...new Set([...origins, origin])] });
    void this.#saveIf(granted, add, { kind: 'added', host: new URL(origin).host });
  }

  async #removeOrigin(origin: string): Promise<void> {
    const remove: Change = ({ origins }) => ({ origins: origins.filter((each) => each !== origin) });
    await this.#save(remove, { kind: 'removed', host: new URL(origin).host });
    await this.world.releaseHost(origin);
  }

  /** Saves once the browser gives permission; else shows again what is stored. */
  async #saveIf(granted: Promise<boolean>, change: Change, message?: OptionsView['message']): Promise<void> {
    if (await granted) await this.#save(change, message);
    else this.#type({ message: { kind: 'refused' } });
  }

  async #save(change: Change, message: OptionsView['message'] = { kind: 'saved' }): Promise<void> {
    this.#settings = await this.world.updateSettings(change);
    this.#wantsOwn = false;
    const typedOrigin = message?.kind === 'added' ? '' : this.#typed.typedOrigin;
    this.#type({ message, typedOrigin });
    await this.world.tellSettingsChanged();
  }

  #type(change: Partial<Typed>): void {
    this.#typed = { ...this.#typed, ...change };
    this.#showView();
  }

  #showView(): void {
    if (this.#settings === null) return;
    const { consent, resolver, fallbacks, policies, provider, webmailsOff, origins } = this.#settings;
    const mainstream = WEBMAILS.filter(({ matches }) => matches.length > 0);
    this.show({
      ...this.#typed,
      since: consent?.at ?? null,
      resolvers: RESOLVERS,
      resolver: this.#wantsOwn ? 'custom' : resolver.id,
      fallbacks,
      policies,
      senders: SENDERS_ON_OFFER,
      provider,
      webmails: mainstream.map(({ id, name }) => ({ id, name, on: !webmailsOff.includes(id) })),
      origins,
    });
  }
}

function byName(senders: readonly OfferedProvider[]): OfferedProvider[] {
  return senders.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

import { useWords } from '@/components/words/words-context';
import { ConsentPanel } from './consent-panel';
import { FallbackChoice } from './fallback-choice';
import { OriginList } from './origin-list';
import type { OwnResolverFault } from './own-resolver';
import { PolicyChoice, type PolicyWhen } from './policy-choice';
import { PrivacyNotes } from './privacy-notes';
import { ProviderChoice, type ProvidersOnOffer } from './provider-choice';
import { ResolverChoice, type OfferedResolver } from './resolver-choice';
import { WebmailList, type MainstreamWebmail } from './webmail-list';

/** What the settings page shows. */
export interface OptionsView {
  /** When the user agreed, milliseconds since the epoch; null: not, or not any more. */
  readonly since: number | null;
  readonly resolvers: readonly OfferedResolver[];
  readonly resolver: string;
  /** Ids of the resolvers asked when it fails. */
  readonly fallbacks: readonly string[];
  readonly ownUrl: string;
  readonly ownFault: OwnResolverFault | null;
  readonly policies: PolicyWhen;
  readonly senders: ProvidersOnOffer;
  /** Id of one of them; null: not said. */
  readonly provider: string | null;
  readonly webmails: readonly MainstreamWebmail[];
  readonly origins: readonly string[];
  readonly typedOrigin: string;
  readonly originFault: boolean;
  /** What just happened, for the status line. */
  readonly message:
    | { readonly kind: 'saved' | 'refused' }
    | { readonly kind: 'added' | 'removed'; readonly host: string }
    | null;
}

export interface OptionsActions {
  readonly withdraw: () => void;
  readonly setUp: () => void;
  readonly chooseResolver: (id: string) => void;
  readonly typeOwnUrl: (url: string) => void;
  /** Takes the typed address of the user's own resolver into use. */
  readonly useOwnUrl: () => void;
  readonly switchFallback: (id: string, on: boolean) => void;
  readonly choosePolicies: (when: PolicyWhen) => void;
  readonly chooseProvider: (id: string | null) => void;
  readonly switchWebmail: (id: string, on: boolean) => void;
  readonly typeOrigin: (text: string) => void;
  readonly addOrigin: () => void;
  readonly removeOrigin: (origin: string) => void;
}

/** The settings, each explained in a sentence and saved at once. */
export function OptionsPage({ view, actions }: { view: OptionsView; actions: OptionsActions }) {
  const { t } = useWords();
  return (
    <div class="setup">
      <header class="hero">
        <img src="/icon/128.png" width="96" height="96" alt="" />
        <div>
          <h1>{t('options.title')}</h1>
          <p class="lead">{t('options.lead')}</p>
        </div>
      </header>
      <p role="status" class="saved">
        <MessageText message={view.message} />
      </p>
      <main>
        <ConsentPanel since={view.since} onWithdraw={actions.withdraw} onSetUp={actions.setUp} />
        <Resolvers view={view} actions={actions} />
        <FallbackChoice
          resolvers={view.resolvers}
          first={view.resolver}
          chosen={view.fallbacks}
          onSwitch={actions.switchFallback}
        />
        <PolicyChoice chosen={view.policies} onChoose={actions.choosePolicies} />
        <ProviderChoice {...view.senders} chosen={view.provider} onChoose={actions.chooseProvider} />
        <WebmailList webmails={view.webmails} onSwitch={actions.switchWebmail} />
        <OriginList
          origins={view.origins}
          typed={view.typedOrigin}
          fault={view.originFault}
          onType={actions.typeOrigin}
          onAdd={actions.addOrigin}
          onRemove={actions.removeOrigin}
        />
        <section class="panel">
          <h2>{t('options.privacy_title')}</h2>
          <PrivacyNotes heading="h3" />
        </section>
      </main>
    </div>
  );
}

function Resolvers({ view, actions }: { view: OptionsView; actions: OptionsActions }) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        actions.useOwnUrl();
      }}
    >
      <ResolverChoice
        resolvers={view.resolvers}
        chosen={view.resolver}
        onChoose={actions.chooseResolver}
        own={{ url: view.ownUrl, fault: view.ownFault, onInput: actions.typeOwnUrl, submits: true }}
      />
    </form>
  );
}

function MessageText({ message }: { message: OptionsView['message'] }) {
  const { t } = useWords();
  if (message === null) return null;
  if (message.kind === 'added' || message.kind === 'removed') {
    return <>{t(`options.${message.kind}`, [message.host])}</>;
  }
  return <>{t(`common.${message.kind}`)}</>;
}

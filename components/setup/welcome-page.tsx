import { useWords } from '@/components/words/words-context';
import { LevelLegend } from './level-legend';
import type { OwnResolverFault } from './own-resolver';
import { PolicyChoice, type PolicyWhen } from './policy-choice';
import { PrivacyNotes } from './privacy-notes';
import { ResolverChoice, type OfferedResolver } from './resolver-choice';

/** What the welcome page shows. */
export interface WelcomeView {
  readonly resolvers: readonly OfferedResolver[];
  /** Id of one of `resolvers`, or "custom". */
  readonly resolver: string;
  readonly ownUrl: string;
  readonly fault: OwnResolverFault | null;
  readonly policies: PolicyWhen;
  /** `refused`: the browser did not allow reading policies; `declined`: it did not allow starting. */
  readonly state: 'choosing' | 'asking' | 'refused' | 'declined' | 'done';
}

export interface WelcomeActions {
  readonly chooseResolver: (id: string) => void;
  readonly typeOwnUrl: (url: string) => void;
  readonly choosePolicies: (when: PolicyWhen) => void;
  readonly start: () => void;
}

/** The first page: what Waxseal does, the two choices, and the one click before which nothing leaves. */
export function WelcomePage({ view, actions }: { view: WelcomeView; actions: WelcomeActions }) {
  const { t } = useWords();
  return (
    <div class="setup">
      <header class="hero">
        <img src="/icon/128.png" width="128" height="128" alt="" />
        <div>
          <h1>{t('welcome.title')}</h1>
          <p class="lead">{t('welcome.lead')}</p>
        </div>
      </header>
      <main>
        <p class="intro">{t('welcome.intro')}</p>
        <PrivacyNotes heading="h2" />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            actions.start();
          }}
        >
          <ResolverChoice
            resolvers={view.resolvers}
            chosen={view.resolver}
            onChoose={actions.chooseResolver}
            own={{ url: view.ownUrl, fault: view.fault, onInput: actions.typeOwnUrl }}
          />
          <PolicyChoice chosen={view.policies} onChoose={actions.choosePolicies} />
          <Start state={view.state} />
        </form>
        <section class="panel">
          <h2>{t('welcome.levels_title')}</h2>
          <LevelLegend />
        </section>
      </main>
    </div>
  );
}

function Start({ state }: { state: WelcomeView['state'] }) {
  const { t } = useWords();
  return (
    <div class="start" data-state={state}>
      {state !== 'done' && (
        <>
          <button id="start" type="submit" class="button button-main" aria-disabled={state === 'asking'}>
            {t('welcome.start')}
          </button>
          <p class="soft">{t('welcome.start_hint')}</p>
        </>
      )}
      {/* Here before its text, so that it is read out (WCAG 2.2, 4.1.3). */}
      <div role="status">
        {state === 'done' && (
          <div class="done">
            <h2>{t('welcome.done_title')}</h2>
            <p>{t('welcome.done')}</p>
          </div>
        )}
        {state === 'declined' && <p class="remark">{t('welcome.declined')}</p>}
        {state === 'refused' && <p class="remark">{t('common.refused')}</p>}
      </div>
    </div>
  );
}

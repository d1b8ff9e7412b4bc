import { SettingsLink } from '@/components/parts/settings-link';
import { useWords } from '@/components/words/words-context';
import { EmptyPanel } from './empty-panel';
import { MessageSummary, summaryText } from './message-summary';
import { NoNetwork } from './no-network';
import type { PopupActions, PopupView } from './popup-view';
import { sortRows } from './popup-view';
import { RecipientCard } from './recipient-card';

/** The popup: what becomes of the message being written, then each domain, worst first. */
export function PopupPage({ view, actions }: { view: PopupView; actions: PopupActions }) {
  const words = useWords();
  return (
    <div class="popup">
      <header class="brand">
        <img src="/icon/48.png" width="24" height="24" alt="" />
        <p class="brand-name">{words.t('extensionName')}</p>
        <SettingsLink onClick={actions.openSettings} />
      </header>
      {/* Here before its text, so that every change is read out (WCAG 2.2, 4.1.3). */}
      <p role="status" class="unseen">
        {view.kind === 'loading' && words.t('popup.loading')}
        {view.kind === 'recipients' && summaryText(view.rows, words)}
        {view.kind !== 'loading' && view.refused && words.t('common.refused')}
      </p>
      <main>
        {view.kind === 'loading' && <p class="loading soft">{words.t('popup.loading')}</p>}
        {view.kind === 'empty' && <EmptyPanel {...view} actions={actions} />}
        {view.kind === 'recipients' && <Recipients view={view} actions={actions} />}
      </main>
    </div>
  );
}

function Recipients(props: { view: Extract<PopupView, { kind: 'recipients' }>; actions: PopupActions }) {
  const { view, actions } = props;
  const { t } = useWords();
  return (
    <>
      <MessageSummary rows={view.rows} />
      {view.unreachableResolver !== null && <NoNetwork resolver={view.unreachableResolver} />}
      {view.limited && <p class="remark">{t('popup.limited')}</p>}
      {view.refused && <p class="remark">{t('common.refused')}</p>}
      <h2 class="unseen">{t('popup.recipients')}</h2>
      <ul class="cards">
        {sortRows(view.rows).map((row) => (
          <RecipientCard
            key={row.domain ?? ''}
            row={row}
            opened={row.domain !== null && row.domain === view.opened}
            mayAskPolicy={view.mayAskPolicy}
            actions={actions}
          />
        ))}
      </ul>
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { useWords } from '@/components/words/words-context';
import type { EmptyReason, PopupActions } from './popup-view';

interface EmptyPanelProps {
  readonly why: EmptyReason;
  readonly host: string | null;
  readonly refused: boolean;
  readonly actions: PopupActions;
}

/** What to do when there are no recipients to show: one thought and at most one button. */
export function EmptyPanel({ why, host, refused, actions }: EmptyPanelProps) {
  const { t } = useWords();
  return (
    <section class="empty" data-empty={why}>
      <img src="/icon/128.png" width="96" height="96" alt="" />
      {why === 'no-compose' && (
        <>
          <h1>{t('popup.empty.no_compose_title')}</h1>
          <p>{t('popup.empty.no_compose_text')}</p>
          <p class="soft">{t('popup.empty.no_compose_hint')}</p>
        </>
      )}
      {why === 'no-recipients' && (
        <>
          <h1>{t('popup.empty.no_recipients_title')}</h1>
          <p>{t('popup.empty.no_recipients_text')}</p>
        </>
      )}
      {why === 'no-permission' && <NoPermission host={host ?? ''} useHere={actions.useHere} />}
      {why === 'no-consent' && (
        <>
          <h1>{t('popup.empty.no_consent_title')}</h1>
          <p id="empty-text">{t('popup.empty.no_consent_text')}</p>
          <MainButton id="set-up" onClick={actions.setUp}>
            {t('popup.empty.set_up')}
          </MainButton>
        </>
      )}
      {why === 'unusable' && (
        <>
          <h1>{t('popup.empty.unusable_title')}</h1>
          <p>{t('popup.empty.unusable_text')}</p>
        </>
      )}
      {refused && <p class="remark">{t('common.refused')}</p>}
    </section>
  );
}

/** The one thing to do here: the keyboard starts at it, with the text above it as its description. */
function MainButton(props: { id: string; onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="button button-main" autofocus aria-describedby="empty-text" {...props} />
  );
}

function NoPermission({ host, useHere }: { host: string; useHere: () => void }) {
  const { t } = useWords();
  return (
    <>
      <h1>{t('popup.empty.no_permission_title')}</h1>
      <p id="empty-text">{t('popup.empty.no_permission_text', [host])}</p>
      <MainButton id="use-here" onClick={useHere}>
        {t('popup.empty.use_here', [host])}
      </MainButton>
      <p class="soft">{t('popup.empty.use_here_hint')}</p>
    </>
  );
}

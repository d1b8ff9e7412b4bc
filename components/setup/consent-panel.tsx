import { formatDay } from '@/components/words/format';
import { useWords } from '@/components/words/words-context';

/** Whether Waxseal checks at all, since when, and how to stop or start it. `since`: milliseconds since the epoch. */
export function ConsentPanel(props: { since: number | null; onWithdraw: () => void; onSetUp: () => void }) {
  const words = useWords();
  const { t } = words;
  return (
    <section class="panel">
      <h2>{t('options.consent_title')}</h2>
      {props.since === null ? (
        <>
          <p>{t('options.consent_off')}</p>
          <div>
            <button type="button" id="set-up" class="button button-main" onClick={props.onSetUp}>
              {t('popup.empty.set_up')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{t('options.consent_on', [formatDay(props.since, words)])}</p>
          <div>
            <button type="button" id="withdraw" class="button" onClick={props.onWithdraw}>
              {t('options.withdraw')}
            </button>
          </div>
          <p class="soft">{t('options.withdraw_hint')}</p>
        </>
      )}
    </section>
  );
}

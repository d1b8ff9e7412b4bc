import { useWords } from '@/components/words/words-context';
import type { PopupActions, RecipientRow } from './popup-view';

interface CardActionsProps {
  readonly row: RecipientRow;
  readonly domain: string;
  readonly mayAskPolicy: boolean;
  readonly actions: PopupActions;
}

/** Look again; and, where a policy was announced but not read, read it. */
export function CardActions({ row, domain, mayAskPolicy, actions }: CardActionsProps) {
  const { t } = useWords();
  const unread = row.verdict?.reasons.some(({ code }) => code === 'sts-unread') ?? false;
  const checking = row.state === 'checking';
  const hint = `policy-hint-${domain}`;
  return (
    <div class="card-actions">
      {unread && mayAskPolicy && (
        <button
          type="button"
          class="button"
          data-action="read-policy"
          aria-describedby={hint}
          disabled={checking}
          onClick={() => {
            actions.readPolicy(domain);
          }}
        >
          {t('popup.read_policy')}
        </button>
      )}
      <button
        type="button"
        class="button"
        data-action="check-again"
        disabled={checking}
        onClick={() => {
          actions.checkAgain(domain);
        }}
      >
        {t('common.check_again')}
        <span class="unseen">: {row.unicode}</span>
      </button>
      {unread && (
        <p class="soft" id={hint}>
          {mayAskPolicy ? t('popup.read_policy_hint', [`mta-sts.${domain}`]) : t('popup.read_policy_off')}
        </p>
      )}
    </div>
  );
}

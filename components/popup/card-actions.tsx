import { useWords } from '@/components/words/words-context';
import type { RecipientRow } from './popup-view';

interface CheckAgainProps {
  readonly row: RecipientRow;
  readonly domain: string;
  readonly check: (domain: string) => void;
}

/** Looks a domain up again, although the answer may still hold. `disabled` would take the keyboard's place away. */
export function CheckAgain({ row, domain, check }: CheckAgainProps) {
  const { t } = useWords();
  const busy = row.state === 'checking';
  return (
    <button
      type="button"
      class="button button-quiet"
      data-action="check-again"
      aria-disabled={busy}
      onClick={() => {
        if (!busy) check(domain);
      }}
    >
      {t('common.check_again')}
      <span class="unseen">: {row.unicode}</span>
    </button>
  );
}

interface PolicyOfferProps {
  readonly row: RecipientRow;
  readonly domain: string;
  readonly mayAskPolicy: boolean;
  readonly read: (domain: string) => void;
}

/** Where a policy was announced but not read: offers to read it, and says what that shows to whom. */
export function PolicyOffer({ row, domain, mayAskPolicy, read }: PolicyOfferProps) {
  const { t } = useWords();
  const unread = row.verdict?.reasons.some(({ code }) => code === 'sts-unread') ?? false;
  if (!unread) return null;
  if (!mayAskPolicy) return <p class="soft">{t('popup.read_policy_off')}</p>;
  const busy = row.state === 'checking';
  const hint = `policy-hint-${domain}`;
  return (
    <div class="offer">
      <button
        type="button"
        class="button"
        data-action="read-policy"
        aria-describedby={hint}
        aria-disabled={busy}
        onClick={() => {
          if (!busy) read(domain);
        }}
      >
        {t('popup.read_policy')}
      </button>
      <p class="soft" id={hint}>
        {t('popup.read_policy_hint', [`mta-sts.${domain}`])}
      </p>
    </div>
  );
}

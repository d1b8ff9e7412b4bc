import { FactList } from '@/components/facts/fact-list';
import { HostList } from '@/components/facts/host-list';
import {
  answerFacts,
  dnssecFacts,
  policyFacts,
  reasonFacts,
  type Circumstances,
} from '@/components/facts/verdict-facts';
import { historyFacts } from '@/components/facts/history-facts';
import { reportFacts, type ReportsShown } from '@/components/facts/report-facts';
import { useWords } from '@/components/words/words-context';
import type { LevelHistory } from '@/utils/verdict/level-history';
import type { Verdict } from '@/utils/verdict/verdict';

interface CardDetailProps {
  readonly verdict: Verdict;
  readonly circumstances: Circumstances;
  readonly history: LevelHistory;
  readonly reports: ReportsShown;
  readonly opened: boolean;
  /** Called when the details are unfolded, also from the start. */
  readonly onOpen: () => void;
}

/** Everything known of a domain, folded away until wanted. */
export function CardDetail(props: CardDetailProps) {
  const { verdict, circumstances, history, reports, opened, onOpen } = props;
  const words = useWords();
  const { t } = words;
  return (
    <details
      class="detail"
      open={opened}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen();
      }}
    >
      <summary>{t('popup.details')}</summary>
      <FactList title={t('fact.why')} facts={reasonFacts(verdict.reasons, verdict.domain, words)} />
      {/* "None" would be wrong of servers that nobody looked for. */}
      {verdict.resolver !== null && (
        <>
          <HostList verdict={verdict} />
          <FactList title={t('fact.policy')} facts={policyFacts(verdict, words)} />
          <FactList title={t('fact.dnssec')} facts={dnssecFacts(verdict, words)} />
          <FactList title={t('fact.reports')} facts={reportFacts(reports, verdict.domain, words)} />
        </>
      )}
      {history.length > 0 && (
        <FactList title={t('fact.history')} facts={historyFacts(history, verdict.domain, words)} />
      )}
      <FactList title={t('fact.answer')} facts={answerFacts(verdict, circumstances, words)} />
    </details>
  );
}

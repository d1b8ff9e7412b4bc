import { FactList } from '@/components/facts/fact-list';
import { HostList } from '@/components/facts/host-list';
import {
  answerFacts,
  dnssecFacts,
  policyFacts,
  reasonFacts,
  type Circumstances,
} from '@/components/facts/verdict-facts';
import { useWords } from '@/components/words/words-context';
import type { Verdict } from '@/utils/verdict/verdict';

interface CardDetailProps {
  readonly verdict: Verdict;
  readonly circumstances: Circumstances;
  readonly opened: boolean;
}

/** Everything known of a domain, folded away until wanted. */
export function CardDetail({ verdict, circumstances, opened }: CardDetailProps) {
  const words = useWords();
  const { t } = words;
  return (
    <details class="detail" open={opened}>
      <summary>{t('popup.details')}</summary>
      <FactList title={t('fact.why')} facts={reasonFacts(verdict.reasons, verdict.domain, words)} />
      {/* "None" would be wrong of servers that nobody looked for. */}
      {verdict.resolver !== null && (
        <>
          <HostList verdict={verdict} />
          <FactList title={t('fact.policy')} facts={policyFacts(verdict, words)} />
          <FactList title={t('fact.dnssec')} facts={dnssecFacts(verdict, words)} />
        </>
      )}
      <FactList title={t('fact.answer')} facts={answerFacts(verdict, circumstances, words)} />
    </details>
  );
}

import { useWords } from '@/components/words/words-context';

/** Says that our own connection is at fault, not any of the domains. */
export function NoNetwork({ resolver }: { resolver: string }) {
  const { t } = useWords();
  return (
    <section class="remark" data-empty="no-network">
      <h2>{t('popup.empty.no_network_title')}</h2>
      <p>{t('popup.empty.no_network_text', [resolver])}</p>
    </section>
  );
}

import { LevelMark, levelColours } from '@/components/parts/level-mark';
import { levelWord } from '@/components/words/level-word';
import { useWords } from '@/components/words/words-context';
import type { HostVerdict, Verdict } from '@/utils/verdict/verdict';
import { FactItems } from './fact-list';
import { hostNote, reasonFacts } from './verdict-facts';

/** The mail servers of a domain by preference, each with its own level and reasons. */
export function HostList({ verdict }: { verdict: Verdict }) {
  const { t } = useWords();
  return (
    <section class="facts">
      <h3>{t('fact.hosts')}</h3>
      {verdict.hosts.length === 0 && <p>{t('fact.no_hosts')}</p>}
      <ol class="hosts">
        {verdict.hosts.map((host) => (
          <Host key={host.name} host={host} verdict={verdict} />
        ))}
      </ol>
    </section>
  );
}

function Host({ host, verdict }: { host: HostVerdict; verdict: Verdict }) {
  const words = useWords();
  const conditional = sharesProviso(host, verdict);
  return (
    <li
      data-host={host.name}
      data-conditional={conditional ? '' : undefined}
      style={levelColours(host.level)}
    >
      <p class="host-line">
        <span class="level-ink">
          <LevelMark level={host.level} conditional={conditional} size={16} />
        </span>
        <bdi class="host-name">{host.name}</bdi>
      </p>
      <p class="soft">
        {hostNote(host, words)} · {levelWord(words.t, host.level, conditional)}
      </p>
      <FactItems facts={reasonFacts(host.reasons, verdict.domain, words)} />
    </li>
  );
}

/** A domain's proviso is that of the hosts its level comes from: their seals are in outline as its own is. */
function sharesProviso(host: HostVerdict, verdict: Verdict): boolean {
  return verdict.conditional && !host.skipped && host.level === verdict.level;
}

import { useWords } from '@/components/words/words-context';
import type { Fact } from './fact';

/** Facts under a heading. */
export function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section class="facts">
      <h3>{title}</h3>
      <FactItems facts={facts} />
    </section>
  );
}

/** Facts, each followed by how and from whom it is known; once where several in a row share it. */
export function FactItems({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul class="fact-items">
      {facts.map((fact, place) => (
        <li key={`${fact.label ?? ''} ${fact.value}`}>
          {fact.label !== null && <span class="fact-label">{fact.label}</span>}{' '}
          <span class="fact-value">{fact.value}</span>{' '}
          {!sameOrigin(fact, facts[place + 1]) && <FactOrigin from={fact.from} />}
        </li>
      ))}
    </ul>
  );
}

/** "published · DNS records of example.org"; nothing for a fact that needs no source. */
function FactOrigin({ from }: { from: Fact['from'] }) {
  const { t } = useWords();
  if (from === null) return null;
  return (
    <span class="fact-origin" data-basis={from.basis}>
      {t(`basis.${from.basis}`)} · {from.source}
    </span>
  );
}

function sameOrigin(a: Fact, b: Fact | undefined): boolean {
  return a.from !== null && b?.from?.source === a.from.source && b.from.basis === a.from.basis;
}

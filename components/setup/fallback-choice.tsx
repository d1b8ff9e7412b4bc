import { useWords } from '@/components/words/words-context';
import type { OfferedResolver } from './resolver-choice';

interface FallbackChoiceProps {
  readonly resolvers: readonly OfferedResolver[];
  /** Id of the resolver asked first, which cannot stand in for itself. */
  readonly first: string;
  /** Ids of those asked when it fails. */
  readonly chosen: readonly string[];
  readonly onSwitch: (id: string, on: boolean) => void;
}

/** Whom to ask when the resolver fails: nobody, unless the user says so, because each one learns the domains. */
export function FallbackChoice({ resolvers, first, chosen, onSwitch }: FallbackChoiceProps) {
  const { t } = useWords();
  return (
    <fieldset class="choices" aria-describedby="fallbacks-explain">
      <legend>
        <h2>{t('resolver.fallbacks_legend')}</h2>
      </legend>
      <p id="fallbacks-explain">{t('resolver.fallbacks_explain')}</p>
      {resolvers
        .filter(({ id }) => id !== first)
        .map(({ id, name, url }) => (
          <div class="check" key={id}>
            <input
              type="checkbox"
              id={`fallback-${id}`}
              checked={chosen.includes(id)}
              onChange={(event) => {
                onSwitch(id, event.currentTarget.checked);
              }}
            />
            <label for={`fallback-${id}`}>
              {name} <bdi class="soft">{new URL(url).host}</bdi>
            </label>
          </div>
        ))}
    </fieldset>
  );
}

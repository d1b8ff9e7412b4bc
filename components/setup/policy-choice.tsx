import { useWords } from '@/components/words/words-context';
import { Choice } from './choice';

const WHENS = ['never', 'ask', 'always'] as const;
export type PolicyWhen = (typeof WHENS)[number];

/** Whether to read MTA-STS policies, with what that shows to whom. A choice of its own, never a default of another. */
export function PolicyChoice(props: { chosen: PolicyWhen; onChoose: (when: PolicyWhen) => void }) {
  const { t } = useWords();
  return (
    <fieldset class="choices">
      <legend>
        <h2>{t('policies.legend')}</h2>
      </legend>
      <p>{t('policies.explain')}</p>
      {WHENS.map((when) => (
        <Choice
          key={when}
          group="policies"
          id={when}
          checked={props.chosen === when}
          onChoose={() => {
            props.onChoose(when);
          }}
          label={t(`policies.${when}`)}
          hint={t(`policies.${when}_hint`)}
        />
      ))}
    </fieldset>
  );
}

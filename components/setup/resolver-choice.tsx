import { useWords } from '@/components/words/words-context';
import { Choice } from './choice';
import { OwnResolver, type OwnResolverProps } from './own-resolver';

/** A resolver on offer, as much as is shown of it. */
export interface OfferedResolver {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly privacyPolicy: string;
  readonly filters: boolean;
}

interface ResolverChoiceProps {
  readonly resolvers: readonly OfferedResolver[];
  /** Id of one of them, or "custom". */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly own: OwnResolverProps;
}

/** Whom to ask: one resolver, or the user's own. The first on offer is the suggested one. */
export function ResolverChoice({ resolvers, chosen, onChoose, own }: ResolverChoiceProps) {
  const { t } = useWords();
  return (
    <fieldset class="choices">
      <legend>
        <h2>{t('resolver.legend')}</h2>
      </legend>
      <p>{t('resolver.explain')}</p>
      {resolvers.map((resolver, place) => (
        <Choice
          key={resolver.id}
          group="resolver"
          id={resolver.id}
          checked={chosen === resolver.id}
          onChoose={() => {
            onChoose(resolver.id);
          }}
          label={place === 0 ? `${resolver.name} (${t('resolver.recommended')})` : resolver.name}
          hint={<ResolverHint resolver={resolver} />}
        />
      ))}
      <Choice
        group="resolver"
        id="custom"
        checked={chosen === 'custom'}
        onChoose={() => {
          onChoose('custom');
        }}
        label={t('resolver.custom')}
        hint={t('resolver.custom_hint')}
      />
      {chosen === 'custom' && <OwnResolver {...own} />}
    </fieldset>
  );
}

function ResolverHint({ resolver }: { resolver: OfferedResolver }) {
  const { t } = useWords();
  return (
    <>
      <bdi>{new URL(resolver.url).host}</bdi> ·{' '}
      {t(resolver.filters ? 'resolver.filters' : 'resolver.filters_not')}{' '}
      <a href={resolver.privacyPolicy} target="_blank" rel="noreferrer">
        {t('resolver.privacy_of', [resolver.name])}
      </a>
    </>
  );
}

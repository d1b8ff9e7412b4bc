import { useWords } from '@/components/words/words-context';

/** A provider or a mail server on offer. */
export interface OfferedProvider {
  readonly id: string;
  readonly name: string;
}

/** What can be chosen, in two groups. */
export interface ProvidersOnOffer {
  readonly providers: readonly OfferedProvider[];
  /** Mail servers that people run themselves. */
  readonly servers: readonly OfferedProvider[];
}

interface ProviderChoiceProps extends ProvidersOnOffer {
  /** Id of one of them; null: not said. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** Whose mail server sends, for where neither the webmail nor the address tells. */
export function ProviderChoice({ providers, servers, chosen, onChoose }: ProviderChoiceProps) {
  const { t } = useWords();
  return (
    <section class="panel">
      <h2>{t('provider.legend')}</h2>
      <p id="provider-hint">{t('provider.explain')}</p>
      <div class="field">
        <label for="provider">{t('provider.label')}</label>
        <select
          id="provider"
          aria-describedby="provider-hint"
          value={chosen ?? ''}
          onChange={(event) => {
            onChoose(event.currentTarget.value || null);
          }}
        >
          <option value="">{t('provider.unknown')}</option>
          <Group label={t('provider.services')} entries={providers} />
          <Group label={t('provider.servers')} entries={servers} />
        </select>
      </div>
    </section>
  );
}

function Group({ label, entries }: { label: string; entries: readonly OfferedProvider[] }) {
  return (
    <optgroup label={label}>
      {entries.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

import { useWords } from '@/components/words/words-context';

export interface OriginListProps {
  /** "https://mail.example.org" */
  readonly origins: readonly string[];
  readonly typed: string;
  /** What was typed is no https address. */
  readonly fault: boolean;
  readonly onType: (text: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (origin: string) => void;
}

/** Webmails at addresses of their own: to be removed, and to be added by address. */
export function OriginList(props: OriginListProps) {
  const { t } = useWords();
  return (
    <section class="panel">
      <h2>{t('options.origins_title')}</h2>
      {props.origins.length === 0 && <p>{t('options.origins_none')}</p>}
      <ul>
        {props.origins.map((origin) => (
          <li class="row" key={origin} data-origin={origin}>
            <bdi>{origin}</bdi>
            <button
              type="button"
              class="button"
              onClick={() => {
                props.onRemove(origin);
              }}
            >
              {t('options.remove', [new URL(origin).host])}
            </button>
          </li>
        ))}
      </ul>
      <AddOrigin {...props} />
    </section>
  );
}

function AddOrigin({ typed, fault, onType, onAdd }: OriginListProps) {
  const { t } = useWords();
  return (
    <form
      class="field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      <label for="add-origin">{t('options.add_label')}</label>
      <input
        type="url"
        id="add-origin"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        placeholder="https://mail.example.org"
        value={typed}
        aria-invalid={fault}
        aria-describedby="add-origin-fault"
        onInput={(event) => {
          onType(event.currentTarget.value);
        }}
      />
      <p class="fault" id="add-origin-fault" role="alert">
        {fault && t('options.add_fault')}
      </p>
      <div>
        <button type="submit" class="button">
          {t('options.add')}
        </button>
      </div>
    </form>
  );
}

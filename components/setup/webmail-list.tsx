import { useWords } from '@/components/words/words-context';

/** A webmail of the manifest and whether the user has it on. */
export interface MainstreamWebmail {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
}

/** Mainstream webmails, each to be switched on or off. */
export function WebmailList(props: {
  webmails: readonly MainstreamWebmail[];
  onSwitch: (id: string, on: boolean) => void;
}) {
  const { t } = useWords();
  return (
    <section class="panel">
      <h2>{t('options.webmails_title')}</h2>
      <p>{t('options.webmails_explain')}</p>
      {props.webmails.map(({ id, name, on }) => (
        <div class="check" key={id}>
          <input
            type="checkbox"
            id={`webmail-${id}`}
            checked={on}
            onChange={(event) => {
              props.onSwitch(id, event.currentTarget.checked);
            }}
          />
          <label for={`webmail-${id}`}>{name}</label>
        </div>
      ))}
    </section>
  );
}

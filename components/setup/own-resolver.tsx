import { useWords } from '@/components/words/words-context';

/** Why a text is no resolver address (utils/settings names the same). */
export type OwnResolverFault = 'empty' | 'not-a-url' | 'not-https' | 'credentials' | 'fragment';

export interface OwnResolverProps {
  readonly url: string;
  /** null while nothing is wrong, or nothing was tried yet. */
  readonly fault: OwnResolverFault | null;
  readonly onInput: (url: string) => void;
  /** With a button of its own, for a page that has no other to confirm with. */
  readonly submits?: boolean;
}

const FAULTS = {
  empty: 'resolver.fault.empty',
  'not-a-url': 'resolver.fault.not_a_url',
  'not-https': 'resolver.fault.not_https',
  credentials: 'resolver.fault.credentials',
  fragment: 'resolver.fault.fragment',
} as const;

/** The address of the user's own resolver, and what is wrong with it. */
export function OwnResolver({ url, fault, onInput, submits = false }: OwnResolverProps) {
  const { t } = useWords();
  return (
    <div class="field">
      <label for="resolver-url">{t('resolver.custom_label')}</label>
      <input
        type="url"
        id="resolver-url"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        placeholder="https://dns.example/dns-query"
        value={url}
        aria-invalid={fault !== null}
        aria-describedby="resolver-url-fault"
        onInput={(event) => {
          onInput(event.currentTarget.value);
        }}
      />
      <p class="fault" id="resolver-url-fault" role="alert">
        {fault !== null && t(FAULTS[fault])}
      </p>
      {submits && (
        <div>
          <button type="submit" id="resolver-use" class="button">
            {t('resolver.use')}
          </button>
        </div>
      )}
    </div>
  );
}

import { useWords } from '@/components/words/words-context';

/** Opens the settings; a wheel with its word for screen readers and as a tooltip. */
export function SettingsLink({ onClick }: { onClick: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      id="open-settings"
      class="icon-button"
      title={t('common.settings')}
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          fill="currentColor"
          fill-rule="evenodd"
          d="M4 7h9.2a3 3 0 0 1 5.6 0H20v2h-1.2a3 3 0 0 1-5.6 0H4zM16 7a1 1 0 1 0 0 2a1 1 0 0 0 0-2zM4 15h1.2a3 3 0 0 1 5.6 0H20v2h-9.2a3 3 0 0 1-5.6 0H4zM8 15a1 1 0 1 0 0 2a1 1 0 0 0 0-2z"
        />
      </svg>
      <span class="unseen">{t('common.settings')}</span>
    </button>
  );
}

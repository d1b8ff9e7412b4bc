import { useWords } from '@/components/words/words-context';

const NOTES = [
  ['welcome.looked_up_title', 'welcome.looked_up'],
  ['welcome.by_whom_title', 'welcome.by_whom'],
  ['welcome.never_title', 'welcome.never'],
] as const;

/** What is looked up, by whom, and what is never sent. */
export function PrivacyNotes() {
  const { t } = useWords();
  return (
    <ul class="notes">
      {NOTES.map(([title, text]) => (
        <li key={title}>
          <h3>{t(title)}</h3>
          <p>{t(text)}</p>
        </li>
      ))}
    </ul>
  );
}

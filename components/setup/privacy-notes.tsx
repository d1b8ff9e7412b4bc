import { useWords } from '@/components/words/words-context';

const NOTES = [
  ['welcome.looked_up_title', 'welcome.looked_up'],
  ['welcome.by_whom_title', 'welcome.by_whom'],
  ['welcome.never_title', 'welcome.never'],
] as const;

/** What is looked up, by whom, and what is never sent. `heading`: the level that fits the page around it. */
export function PrivacyNotes({ heading: Heading }: { heading: 'h2' | 'h3' }) {
  const { t } = useWords();
  return (
    <ul class="notes">
      {NOTES.map(([title, text]) => (
        <li key={title}>
          <Heading>{t(title)}</Heading>
          <p>{t(text)}</p>
        </li>
      ))}
    </ul>
  );
}

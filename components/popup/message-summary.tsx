import { LevelMark, levelColours } from '@/components/parts/level-mark';
import type { Words } from '@/components/words/format';
import { useWords } from '@/components/words/words-context';
import { plural } from '@/utils/i18n/translate';
import type { RecipientRow } from './popup-view';
import { summaryWords } from './summary-words';

/** The answer to "must I worry?": the worst level of the message, in words and as its mark. */
export function MessageSummary({ rows }: { rows: readonly RecipientRow[] }) {
  const words = useWords();
  const summary = summaryWords(rows, words.t);
  if (summary === null) return <Waiting rows={rows} />;
  const { level, conditional, headline, advice } = summary;
  return (
    <div class="summary level-ground" data-message-level={level} style={levelColours(level)}>
      <span class="level-ink">
        <LevelMark level={level} conditional={conditional} size={40} />
      </span>
      <div>
        <h1 class="level-ink">{headline}</h1>
        <p>{advice}</p>
        <p class="soft">{scopeText(rows, words)}</p>
      </div>
    </div>
  );
}

function Waiting({ rows }: { rows: readonly RecipientRow[] }) {
  const words = useWords();
  const failed = rows.every((row) => row.state === 'failed');
  return (
    <div class="summary">
      <div>
        <h1>{words.t(failed ? 'popup.no_answer' : 'popup.checking')}</h1>
        <p class="soft">{scopeText(rows, words)}</p>
      </div>
    </div>
  );
}

/** What a screen reader hears when the state of the message changes. */
export function summaryText(rows: readonly RecipientRow[], { t, language }: Words): string {
  const waiting = rows.filter((row) => row.state === 'checking').length;
  if (waiting > 0) return plural(t, language, 'popup.checking_count', waiting);
  return summaryWords(rows, t)?.headline ?? t('popup.no_answer');
}

/** "3 recipients at 2 domains". */
function scopeText(rows: readonly RecipientRow[], { t, language }: Words): string {
  const recipients = rows.reduce((sum, row) => sum + row.addresses.length, 0);
  const domains = rows.filter((row) => row.domain !== null).length;
  const count = plural(t, language, 'popup.recipients_count', recipients);
  if (domains === 0 || recipients === 0) return count;
  return t('popup.scope', [count, plural(t, language, 'popup.domains_count', domains)]);
}

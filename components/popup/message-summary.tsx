import { LevelMark, levelColours } from '@/components/parts/level-mark';
import type { Words } from '@/components/words/format';
import { useWords } from '@/components/words/words-context';
import { plural } from '@/utils/i18n/translate';
import { messageLevel, type RecipientRow } from './popup-view';

/** The answer to "must I worry?": the worst level of the message, in words and as its mark. */
export function MessageSummary({ rows }: { rows: readonly RecipientRow[] }) {
  const words = useWords();
  const level = messageLevel(rows);
  if (level === null) return <Waiting rows={rows} />;
  const conditional = rows.some((row) => row.verdict?.level === level && row.verdict.conditional);
  return (
    <div class="summary level-ground" data-message-level={level} style={levelColours(level)}>
      <span class="level-ink">
        <LevelMark level={level} conditional={conditional} size={40} />
      </span>
      <div>
        <h1 class="level-ink">{words.t(`popup.summary.${level}`)}</h1>
        <p>{words.t(`popup.advice.${level}`)}</p>
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
  const level = messageLevel(rows);
  return level === null ? t('popup.no_answer') : t(`popup.summary.${level}`);
}

/** "3 recipients at 2 domains". */
function scopeText(rows: readonly RecipientRow[], { t, language }: Words): string {
  const recipients = rows.reduce((sum, row) => sum + row.addresses.length, 0);
  const domains = rows.filter((row) => row.domain !== null).length;
  const count = plural(t, language, 'popup.recipients_count', recipients);
  if (domains === 0 || recipients === 0) return count;
  return t('popup.scope', [count, plural(t, language, 'popup.domains_count', domains)]);
}

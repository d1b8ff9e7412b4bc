import { DomainName } from '@/components/parts/domain-name';
import { LevelMark, levelColours } from '@/components/parts/level-mark';
import { levelWord } from '@/components/words/level-word';
import { reasonSentence } from '@/components/words/reason-sentence';
import { useWords } from '@/components/words/words-context';
import { plural } from '@/utils/i18n/translate';
import { CheckAgain, PolicyOffer } from './card-actions';
import { CardDetail } from './card-detail';
import { canCheckAgain, rowLevel, type PopupActions, type RecipientRow } from './popup-view';

interface RecipientCardProps {
  readonly row: RecipientRow;
  readonly opened: boolean;
  readonly mayAskPolicy: boolean;
  readonly actions: PopupActions;
}

/** One domain: how mail to it travels, why in a sentence, and everything known of it when unfolded. */
export function RecipientCard({ row, opened, mayAskPolicy, actions }: RecipientCardProps) {
  const level = rowLevel(row);
  const conditional = row.verdict?.conditional ?? false;
  return (
    <li
      class="card"
      data-domain={row.domain ?? ''}
      data-level={row.verdict === null ? undefined : level}
      data-state={row.state}
      data-conditional={conditional ? '' : undefined}
      aria-busy={row.state === 'checking'}
      style={levelColours(level)}
    >
      <div class="card-head">
        <span class={row.verdict === null ? 'pending' : 'level-ink'}>
          <LevelMark level={level} conditional={conditional} size={28} />
        </span>
        <div class="card-text">
          <CardTitle row={row} />
          <CardVerdict row={row} />
          <p class="soft addresses">
            <bdi>{row.addresses.join(', ')}</bdi>
          </p>
        </div>
      </div>
      {row.domain !== null && (
        <PolicyOffer row={row} domain={row.domain} mayAskPolicy={mayAskPolicy} read={actions.readPolicy} />
      )}
      <div class="card-foot">
        <Detail row={row} opened={opened} open={actions.openDetails} />
        {row.domain !== null && canCheckAgain(row) && (
          <CheckAgain row={row} domain={row.domain} check={actions.checkAgain} />
        )}
      </div>
    </li>
  );
}

function Detail(props: { row: RecipientRow; opened: boolean; open: PopupActions['openDetails'] }) {
  const { row, opened, open } = props;
  const { verdict, history, reports } = row;
  if (verdict === null) return null;
  const onOpen = (): void => {
    if (row.domain !== null) open(row.domain);
  };
  return <CardDetail {...{ verdict, history, reports, opened, onOpen }} circumstances={row} />;
}

function CardTitle({ row }: { row: RecipientRow }) {
  const { t, language } = useWords();
  return (
    <h3>
      {row.domain === null ? (
        plural(t, language, 'popup.unreadable', row.addresses.length)
      ) : (
        <DomainName domain={row.domain} unicode={row.unicode} />
      )}
    </h3>
  );
}

function CardVerdict({ row: { verdict, state } }: { row: RecipientRow }) {
  const words = useWords();
  const deciding = verdict?.reasons[0];
  return (
    <>
      {verdict !== null && (
        <p class="level-ink level-word">{levelWord(words.t, verdict.level, verdict.conditional)}</p>
      )}
      {deciding && <p class="sentence">{reasonSentence(deciding, words)}</p>}
      {verdict?.reasons.some(({ code }) => code === 'local-part-international') && (
        <p class="soft">{words.t('reason.local_part_international')}</p>
      )}
      {state === 'checking' && <p class="soft">{words.t('popup.checking')}</p>}
      {state === 'failed' && <p class="soft">{words.t('popup.no_answer')}</p>}
    </>
  );
}

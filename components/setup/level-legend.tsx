import { LevelMark, levelColours } from '@/components/parts/level-mark';
import { levelMeaning, levelWord } from '@/components/words/level-word';
import { useWords } from '@/components/words/words-context';
import { LEVELS } from '@/utils/verdict/level';

/** Every mark with its word and its meaning, best first. */
export function LevelLegend() {
  const { t } = useWords();
  return (
    <ul class="legend">
      {[...LEVELS].reverse().map((level) => (
        <li key={level} style={levelColours(level)}>
          <span class="level-ink">
            <LevelMark level={level} size={28} />
          </span>
          <div>
            <h3 class="level-ink">{levelWord(t, level, false)}</h3>
            <p class="soft">{levelMeaning(t, level)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

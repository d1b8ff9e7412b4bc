/** A bar with rate and time left, drawn over itself; nothing at all where nobody watches. */
import type { Terminal } from './terminal/program';

export interface Progress {
  readonly tick: () => void;
  /** Takes the bar away. */
  readonly close: () => void;
}

const CELLS = 24;
/** A terminal is drawn on at most so often. */
const REDRAW_MS = 200;

/** Starts a bar for so many steps. */
export function startProgress(total: number, { live, err, now, words }: Terminal): Progress {
  if (!live || total === 0) return { tick: () => undefined, close: () => undefined };
  const started = now();
  let done = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    tick: () => {
      done += 1;
      if (now() - drawn < REDRAW_MS && done < total) return;
      drawn = now();
      const { bar, rate, left } = progressParts(done, total, drawn - started);
      err(`\r\u001B[K${words.t('probe.progress', [bar, done, total, rate, left])}`);
    },
    close: () => {
      err('\r\u001B[K');
    },
  };
}

export interface ProgressParts {
  readonly bar: string;
  /** Steps a second. */
  readonly rate: string;
  /** "1:02:03" or "2:03". */
  readonly left: string;
}

/** What stands in the line after `elapsed` milliseconds. */
export function progressParts(done: number, total: number, elapsed: number): ProgressParts {
  const filled = Math.floor((CELLS * done) / total);
  const perSecond = done / Math.max(0.001, elapsed / 1000);
  return {
    bar: `${'█'.repeat(filled)}${'░'.repeat(CELLS - filled)}`,
    rate: perSecond.toFixed(perSecond < 10 ? 1 : 0),
    left: clockText(Math.round((total - done) / Math.max(0.001, perSecond))),
  };
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A screen that nobody sees, for what a browser shows only in a window: its own questions. */
import { runCommand } from './run-command';
import { runProcess } from './run-process';
import type { Stoppable } from './stop-all';

export interface Screen extends Stoppable {
  /** As DISPLAY takes it: ":7". */
  readonly display: string;
  /** Presses a key as a person at the keyboard does; names are those of X: "Return", "alt+shift+w". */
  readonly press: (key: string) => Promise<void>;
}

/** Starts Xvfb on a free display. Needs the packages xvfb and xdotool. */
export async function startScreen(): Promise<Screen> {
  const size = ['-screen', '0', '1280x1000x24'];
  const server = await runProcess({
    command: 'Xvfb',
    args: ['-displayfd', '1', ...size, '-nolisten', 'tcp'],
    ready: (output) => numberIn(output) !== null,
  });
  const display = `:${numberIn(server.output()) ?? ''}`;
  return {
    display,
    press: async (key) => {
      await runCommand('env', [`DISPLAY=${display}`, 'xdotool', 'key', key]);
    },
    stop: server.stop,
  };
}

/** Xvfb writes the number of the display it found free, in a line of its own. */
function numberIn(output: string): string | null {
  return /^(\d+)\n/m.exec(output)?.[1] ?? null;
}

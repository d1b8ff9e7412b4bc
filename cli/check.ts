/** `npm run -s check -- …`: the engine from a terminal. Wiring only. */
import { runCheck } from './run-check';
import { terminalWords, wantsColour } from '@/utils/terminal/terminal-words';

// Whoever reads only the first lines closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCheck(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  words: terminalWords(process.env),
  colour: wantsColour(process.stdout.isTTY, process.env),
  // npm changes into the project's folder and says here where it was called.
  directory: process.env['INIT_CWD'] ?? process.cwd(),
});

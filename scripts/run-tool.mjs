/**
 * Starts a command line tool of this project. Plain Node without dependencies: it installs them if need be,
 * then runs the tool as a process of its own, so that what it prints and returns is that process's alone.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs the TypeScript file (path from the project's root) with this process's arguments, and ends as it ends. */
export function runTool(file) {
  ensureInstalled();
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { INIT_CWD: process.cwd(), ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.node.json' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  // A process ended by a signal has 128 and its number as status, as shells have it.
  child.on('exit', (status, signal) => {
    process.exitCode = status ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

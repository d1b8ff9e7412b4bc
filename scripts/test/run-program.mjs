import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** ECMA-48 §5.4. */
const CONTROL_SEQUENCE = new RegExp(`${String.fromCharCode(27)}\\[[0-?]*[ -/]*[@-~]`, 'g');

/** Leaders of the process groups that run now. */
const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const pid of running) signalGroup(pid, signal);
    process.exit(1);
  });
}

/**
 * Runs Node with the arguments in the root of the project, in a process group of its own.
 *
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs: number }} options
 * @returns {Promise<{ status: number, output: string }>} status 1 also if it could not be run or took too long
 */
export function runNode(args, { env = {}, timeoutMs }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    running.add(child.pid);
    const clock = setTimeout(() => {
      keep(`\nStopped after ${timeoutMs / 1000} seconds.\n`);
      stopGroup(child);
    }, timeoutMs);
    const end = (status) => {
      clearTimeout(clock);
      running.delete(child.pid);
      resolve({ status: status ?? 1, output: withoutControls(output) });
    };
    child.on('error', (error) => {
      keep(`${error.message}\n`);
      end(1);
    });
    child.on('close', end);
  });
}

/** Colours and spinners mean nothing in a log. */
function withoutControls(text) {
  return text.replace(CONTROL_SEQUENCE, '');
}

/** Asks first, so that what the program started is stopped by the program itself. */
function stopGroup(child) {
  signalGroup(child.pid, 'SIGTERM');
  setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 10_000).unref();
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

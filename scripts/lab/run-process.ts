import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd } from './at-end';

export interface ProcessPlan {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Replaces the environment; default: this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** User and group to run as, where this process may choose. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Asked over and over until it says yes; gets all output so far. */
  readonly ready: (output: string) => boolean | Promise<boolean>;
  /** Milliseconds to become ready in; default 30,000. */
  readonly timeoutMs?: number;
}

export interface RunningProcess {
  readonly pid: number;
  /** Standard output and error so far. */
  readonly output: () => string;
  /** Stops the process and everything it started. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a program in a process group of its own and waits until it is ready. Rejects, with the
 * program's output, if it ends or stays unready; it is stopped then.
 */
export async function runProcess(plan: ProcessPlan): Promise<RunningProcess> {
  const child = spawn(plan.command, plan.args, {
    cwd: plan.cwd,
    env: plan.env ?? process.env,
    ...plan.user,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = whenExited(child);
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${plan.command}: ${await exited}`);
  const callOff = atEnd(() => {
    signalGroup(pid, 'SIGKILL');
  });
  const stop = async (): Promise<void> => {
    await stopGroup(pid, exited);
    callOff();
  };
  try {
    await untilReady(plan, exited, () => output);
  } catch (error) {
    await stop();
    throw new Error(`${plan.command} did not start: ${String(error)}\n${output}`, { cause: error });
  }
  return { pid, output: () => output, stop };
}

async function untilReady(plan: ProcessPlan, exited: Promise<string>, output: () => string): Promise<void> {
  const deadline = Date.now() + (plan.timeoutMs ?? 30_000);
  const ended = exited.then((how) => {
    throw new Error(how);
  });
  // The race below is left before the program ends.
  ended.catch(() => undefined);
  for (;;) {
    if (await Promise.race([Promise.resolve(plan.ready(output())), ended])) return;
    if (Date.now() > deadline) throw new Error('not ready in time');
    await Promise.race([sleep(20), ended]);
  }
}

function whenExited(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      resolve(`ended with ${signal ?? String(code)}`);
    });
  });
}

async function stopGroup(pid: number, exited: Promise<string>): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  await Promise.race([exited, sleep(3_000, undefined, { ref: false })]);
  // Also takes workers that outlived their leader.
  signalGroup(pid, 'SIGKILL');
  await exited;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

import { readFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../../../scripts/lab/run-process';

const LIVES = 'console.log("ready"); setInterval(() => undefined, 1000);';
const WITH_CHILD = `
  const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"]);
  console.log("child " + child.pid + " ready"); setInterval(() => undefined, 1000);`;

describe('a process', () => {
  it('is there when it says so, and gone after stop', async () => {
    const running = await run(LIVES);
    expect(isAlive(running.pid)).toBe(true);
    await running.stop();
    expect(isAlive(running.pid)).toBe(false);
    await running.stop();
  });

  it('takes its children with it', async () => {
    const running = await run(WITH_CHILD);
    const child = Number(/child (\d+)/.exec(running.output())?.[1]);
    expect(isAlive(child)).toBe(true);
    await running.stop();
    await expect.poll(() => isAlive(child)).toBe(false);
  });

  it('that ends before it is ready is an error with its output', async () => {
    await expect(run('console.error("no such thing"); process.exit(3);')).rejects.toThrow(
      /ended with 3[^]*no such thing/,
    );
  });

  it('that never gets ready is stopped', async () => {
    await expect(run('setInterval(() => undefined, 1000);', 300)).rejects.toThrow(/not ready in time/);
  });

  it('that does not exist is an error', async () => {
    const plan = { command: '/nonexistent/program', args: [], ready: () => true };
    await expect(runProcess(plan)).rejects.toThrow(/ENOENT/);
  });
});

function run(script: string, timeoutMs = 10_000): ReturnType<typeof runProcess> {
  const ready = (output: string): boolean => output.includes('ready');
  return runProcess({ command: execPath, args: ['-e', script], ready, timeoutMs });
}

/** Dead children nobody asked after (state Z) do not count. */
function isAlive(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !status.slice(status.lastIndexOf(')')).startsWith(') Z');
  } catch {
    return false;
  }
}

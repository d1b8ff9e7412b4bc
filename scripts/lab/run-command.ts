import { execFile } from 'node:child_process';

/** Runs a program to its end and returns its standard output; rejects with its error output if it fails. */
export function runCommand(command: string, args: readonly string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${command} ${args.join(' ')}: ${stderr || error.message}`, { cause: error }));
    });
  });
}

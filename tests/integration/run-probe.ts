import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EvidenceList } from '@/utils/evidence/evidence-list';
import type { WorldFacts } from '../world/world-facts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ProgramRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run -s probe -- …` in the world, trusting its authority, fast and in English. */
export function runProbe(world: WorldFacts, args: readonly string[]): Promise<ProgramRun> {
  const quick = [
    '--doh',
    world.dohUrl,
    '--gap',
    '0',
    '--timeout',
    '3000',
    '--slow',
    '1500',
    '--backoff',
    '200',
  ];
  return runProgram('probe', [...quick, ...args], { NODE_EXTRA_CA_CERTS: world.caFile });
}

/** Runs one of the scripts of package.json. */
export function runProgram(
  script: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8', ...more };
  return new Promise((settle) => {
    const child = execFile(
      'npm',
      ['run', '-s', script, '--', ...args],
      { cwd: ROOT, env },
      (_, stdout, stderr) => {
        settle({ status: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

/** The list a run wrote. */
export function listAt(path: string): EvidenceList {
  return JSON.parse(readFileSync(path, 'utf8')) as EvidenceList;
}

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MtaStsStatus } from '@/utils/verdict/verdict';
import type { WorldFacts } from '../world/world-facts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CheckRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One result of `--json`, as far as the suites look at it. */
export interface CheckResult {
  readonly address: string | null;
  readonly domain: string;
  readonly unicode: string;
  readonly level: string;
  readonly conditional: boolean;
  readonly mechanism: string | null;
  readonly reasons: readonly {
    readonly code: string;
    readonly params: { readonly failure?: string; readonly fault?: string };
  }[];
  readonly hosts: readonly { readonly name: string; readonly skipped: boolean }[];
  readonly mtaSts: { readonly status: MtaStsStatus; readonly id: string | null };
  readonly dnssec: { readonly mx: string; readonly by: string | null };
  readonly sender: string | null;
  readonly checkedAt: string;
  readonly validUntil: string;
}

/** Runs `npm run -s check -- …` in the world, as somebody at a terminal would. */
export function runCheck(world: WorldFacts, args: readonly string[]): Promise<CheckRun> {
  const resolve = ['--resolve', `*.test:443:127.0.0.1:${world.policyPort}`];
  const anchor = ['--trust-anchor', world.rootAnchorFile];
  const standard = ['--doh', world.dohUrl, '--timeout', '5000', ...anchor, ...resolve];
  return runCheckAlone([...standard, ...args], { NODE_EXTRA_CA_CERTS: world.caFile });
}

/** The same without anything of the world. */
export function runCheckAlone(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<CheckRun> {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8', ...more };
  return new Promise((settle) => {
    const command = ['run', '-s', 'check', '--', ...args];
    const child = execFile(
      'npm',
      command,
      { cwd: ROOT, env, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => {
        settle({ status: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

/** The results of a run with `--json`. */
export function resultsOf(run: CheckRun): readonly CheckResult[] {
  const output = JSON.parse(run.stdout) as { version: number; results: readonly CheckResult[] };
  if (output.version !== 1) throw new Error(`version ${output.version}`);
  return output.results;
}

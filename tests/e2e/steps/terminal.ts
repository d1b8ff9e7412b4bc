import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorldFacts } from '../../world/world-facts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface TerminalVerdict {
  readonly domain: string;
  readonly level: string;
  readonly conditional: boolean;
  readonly reasons: readonly { readonly code: string }[];
}

/** What `npm run check` says of the domains in this world, in input order. */
export function checkInTerminal(
  world: WorldFacts,
  domains: readonly string[],
  from: string,
): Promise<readonly TerminalVerdict[]> {
  const options = ['--json', '--doh', world.dohUrl, '--from', from, '--policies', 'always'];
  const resolve = ['--resolve', `*.test:443:127.0.0.1:${world.policyPort}`];
  return new Promise((settle, reject) => {
    execFile(
      process.execPath,
      ['scripts/check.mjs', ...options, ...resolve, ...domains],
      { cwd: ROOT, env: { ...process.env, NODE_EXTRA_CA_CERTS: world.caFile }, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => {
        try {
          const output = JSON.parse(stdout) as { results: readonly TerminalVerdict[] };
          settle(output.results);
        } catch {
          reject(new Error(`check printed no JSON: ${stderr}`));
        }
      },
    );
  });
}

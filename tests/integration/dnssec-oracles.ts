/** What other validators say of a question: unbound by its AD bit, delv by its words. */
import { execFile } from 'node:child_process';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { Security } from '@/utils/dnssec/security';

/** Secure: AD is set. Bogus: SERVFAIL, although with CD there was an answer. */
export function unboundSays(outcome: DnsOutcome): Security {
  if (outcome.status === 'answered') return outcome.message.authenticData ? 'secure' : 'insecure';
  return outcome.failure.code === 'servfail' ? 'bogus' : 'indeterminate';
}

/** Asks delv, which fetches the chain itself. The anchor is a line as dnssec-dsfromkey writes it. */
export async function delvSays(
  port: number,
  anchorFile: string,
  name: string,
  type: string,
): Promise<Security> {
  const at = ['@127.0.0.1', '-p', String(port), '-a', anchorFile, '+root=.', '+tcp', '+nocomments'];
  const output = await run('delv', [...at, name === '.' ? name : `${name}.`, type]);
  return securityOf(output);
}

/** Both outputs; delv tells its failures on standard error, and its exit status tells nothing. */
function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

/** A proven absence also ends in "resolution failed: ncache …". Of several links the weakest counts. */
function securityOf(output: string): Security {
  if (/resolution failed: (?!ncache)/.test(output)) return 'bogus';
  if (/unsigned answer/.test(output)) return 'insecure';
  return /fully validated/.test(output) ? 'secure' : 'indeterminate';
}

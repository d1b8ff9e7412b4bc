/** The output of `--json`: docs/check-output.schema.json, which other programs rely on. */
import { readableName } from '@/utils/address/readable-name';
import type { Reason } from '@/utils/verdict/reason';
import type { HostVerdict, Verdict } from '@/utils/verdict/verdict';
import type { Judgement } from './judge';

/** Parameters of reasons that are moments, in milliseconds since the epoch. */
const MOMENTS: ReadonlySet<string> = new Set(['until']);

/** The whole output in the order of the command line, ending in a line feed. Times are ISO 8601 in UTC. */
export function jsonOutput(judgements: readonly Judgement[]): string {
  return `${JSON.stringify({ version: 1, results: judgements.map(resultOf) }, null, 2)}\n`;
}

function resultOf({ target, verdict }: Judgement): Record<string, unknown> {
  return {
    address: target.address,
    domain: verdict.domain,
    unicode: readableName(verdict.domain),
    level: verdict.level,
    conditional: verdict.conditional,
    mechanism: verdict.mechanism,
    reasons: verdict.reasons.map(reasonOf),
    hosts: verdict.hosts.map(hostOf),
    mtaSts: mtaStsOf(verdict),
    dnssec: { mx: verdict.dnssec.mx, by: verdict.dnssec.by },
    tlsRpt: verdict.tlsRpt,
    sender: verdict.sender,
    checkedAt: moment(verdict.checkedAt),
    validUntil: moment(verdict.validUntil),
  };
}

function mtaStsOf({ mtaSts }: Verdict): Record<string, unknown> {
  return { status: mtaSts.status, id: mtaSts.id, mx: mtaSts.mx, maxAge: mtaSts.maxAge };
}

function hostOf({ name, preference, level, skipped, reasons }: HostVerdict): Record<string, unknown> {
  return { name, preference, level, skipped, reasons: reasons.map(reasonOf) };
}

function reasonOf({ code, params }: Reason): Record<string, unknown> {
  const values = Object.entries(params as Record<string, unknown>).map(([name, value]) => [
    name,
    typeof value === 'number' && MOMENTS.has(name) ? moment(value) : value,
  ]);
  return { code, params: Object.fromEntries(values) as Record<string, unknown> };
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

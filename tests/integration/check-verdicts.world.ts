/** Every row of the world's table, judged by `npm run -s check` over real DNS-over-HTTPS and real TLS. */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ROW_SENDERS, type DomainRow } from '../world/domain-row';
import { DOMAINS } from '../world/domains';
import { policyRequestsSince } from '../world/policy-server';
import { resultsOf, runCheck, type CheckResult, type CheckRun } from './run-check';

const world = inject('world');
const ROWS = DOMAINS.map((row) => [row.domain, row.about, row] as const);

describe.each(ROW_SENDERS)('for the sender "%s"', (sender) => {
  const options = sender === 'checking' ? [] : ['--from', sender];
  let run: CheckRun;
  let results: ReadonlyMap<string, CheckResult>;
  beforeAll(async () => {
    const addresses = DOMAINS.map((row) => `someone@${row.unicode ?? row.domain}`);
    run = await runCheck(world, ['--json', '--policies', 'always', ...options, ...addresses]);
    results = new Map(resultsOf(run).map((result) => [result.domain, result]));
  });

  it.each(ROWS)('%s: %s', (domain, _about, row) => {
    const result = results.get(domain);
    expect(result).toBeDefined();
    expect(summaryOf(result as CheckResult)).toEqual({
      ...row[sender],
      mtaSts: row.mtaSts,
      dnssec: dnssecOf(row),
      sender: sender === 'checking' ? null : sender,
    });
  });

  it.each(ROWS.filter(([, , row]) => row.fault !== undefined))(
    '%s says what is wrong: %s',
    (domain, _about, row) => {
      const params = results.get(domain)?.reasons[0]?.params;
      expect(params?.failure ?? params?.fault).toBe(row.fault);
    },
  );

  it('echoes the addresses in the order they were given', () => {
    const echoed = resultsOf(run).map((result) => result.address);
    expect(echoed).toEqual(DOMAINS.map((row) => `someone@${row.unicode ?? row.domain}`));
  });

  it('ends with 1, for not all are enforced or expected', () => {
    expect(run.status).toBe(1);
  });

  it('gives every verdict a time and an end', () => {
    const backwards = [...results.values()].filter(({ checkedAt, validUntil }) => validUntil < checkedAt);
    expect(backwards.map((result) => result.domain)).toEqual([]);
  });
});

describe('what the policy hosts saw', () => {
  it('only GETs of the one path, and none through a certificate that does not hold', () => {
    const requests = new Set(policyRequestsSince(world.policyLog));
    const sound = DOMAINS.filter((row) => row.policy && row.policy.flaw === undefined && announces(row));
    const expected = sound.map((row) => `GET https://mta-sts.${row.domain}/.well-known/mta-sts.txt`);
    expect([...requests].sort()).toEqual(expected.sort());
  });
});

function summaryOf(result: CheckResult): Record<string, unknown> {
  const { level, conditional, mechanism, reasons, mtaSts, dnssec, sender } = result;
  const codes = reasons.map(({ code }) => code);
  return { level, conditional, mechanism, reasons: codes, mtaSts: mtaSts.status, dnssec: dnssec.mx, sender };
}

function dnssecOf({ dns, dnssec }: DomainRow): string {
  if (dnssec !== undefined) return dnssec;
  if (dns.kind === 'stalled') return 'unknown';
  return dns.kind === 'zone' && dns.signing === 'unsigned' ? 'insecure' : 'secure';
}

/** A policy is only asked for where exactly one sound record announces it (RFC 8461 §3.1). */
function announces(row: DomainRow): boolean {
  return (
    !['absent', 'unknown'].includes(row.mtaSts) && !row.checking.reasons.includes('sts-record-malformed')
  );
}

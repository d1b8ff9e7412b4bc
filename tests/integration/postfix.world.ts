/**
 * A real mail server agrees: Postfix sends to every domain of the world, once as a sender that checks only
 * DANE, once as one that checks only MTA-STS, to mail servers without STARTTLS, with a wrong certificate and
 * with the right one. What becomes of the mail is held against the verdict for just such a sender.
 */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { DOMAINS } from '../world/domains';
import type { Deviation, DomainRow, Sink } from '../world/domain-row';
import { expectedFates } from '../world/postfix/expected-fate';
import type { Delivery, Fate } from '../world/postfix/mail-log';
import { POSTFIX_SENDERS, recipientOf, SINKS, type PostfixSender } from '../world/postfix/postfix-config';
import { runPostfix } from '../world/postfix/run-postfix';
import { resultsOf, runCheck, type CheckResult } from './run-check';

const world = inject('world');
const ROWS = DOMAINS.map((row) => [row.domain, row.about, row] as const);
/** Senders of the table that check what this Postfix checks, and nothing else. */
const LIKE: Readonly<Record<PostfixSender, string>> = { dane: 'exim', 'mta-sts': 'kumomta' };
const FATES: Readonly<Record<Deviation['does'], readonly Fate[]>> = {
  delivers: ['clear', 'encrypted', 'verified'],
  defers: ['deferred'],
  bounces: ['bounced'],
};

let deliveries: ReadonlyMap<string, Delivery>;
let verdicts: ReadonlyMap<string, CheckResult>;
beforeAll(async () => {
  deliveries = await runPostfix(world);
  verdicts = new Map((await Promise.all(POSTFIX_SENDERS.map(judge))).flat());
}, 180_000);

describe.each(POSTFIX_SENDERS)('Postfix that checks %s', (sender) => {
  it.each(ROWS)('%s: %s', (domain, _about, row) => {
    const verdict = verdictOf(sender, domain);
    for (const sink of SINKS) {
      const delivery = deliveries.get(recipientOf(sender, sink, domain));
      const expected = fatesOf(row, sender, sink) ?? expectedFates(verdict, sink);
      if (expected === null) continue;
      const reasons = verdict.reasons.map(({ code }) => code).join(', ');
      const about = `${sink}, ${verdict.level} (${reasons}), but Postfix: ${delivery?.words ?? 'nothing'}`;
      expect(expected, about).toContain(delivery?.fate);
    }
  });

  it('delivers verified mail somewhere, and refuses somewhere', () => {
    const fates = DOMAINS.flatMap(({ domain }) =>
      SINKS.map((sink) => deliveries.get(recipientOf(sender, sink, domain))?.fate),
    );
    expect(new Set(fates)).toEqual(new Set(['clear', 'encrypted', 'verified', 'deferred', 'bounced']));
  });
});

describe('what the table says of deviations', () => {
  const listed = DOMAINS.flatMap((row) =>
    (row.deviations ?? []).map((one) => [row.domain, one.sender, one.why, one] as const),
  );

  it.each(listed)('%s, %s: it is one that %s', (domain, sender, _why, { sinks }) => {
    const agreeing = sinks.filter((sink) => {
      const fate = deliveries.get(recipientOf(sender, sink, domain))?.fate;
      return fate !== undefined && expectedFates(verdictOf(sender, domain), sink)?.includes(fate) === true;
    });
    expect(agreeing, 'nothing deviates here').toEqual([]);
  });
});

async function judge(sender: PostfixSender): Promise<[string, CheckResult][]> {
  const options = ['--json', '--policies', 'always', '--from', LIKE[sender]];
  const run = await runCheck(world, [...options, ...DOMAINS.map(({ domain }) => domain)]);
  return resultsOf(run).map((result) => [`${sender} ${result.domain}`, result]);
}

function verdictOf(sender: PostfixSender, domain: string): CheckResult {
  const verdict = verdicts.get(`${sender} ${domain}`);
  if (verdict === undefined) throw new Error(`no verdict on ${domain}`);
  return verdict;
}

/** What a listed deviation does instead; null if none is listed. */
function fatesOf({ deviations = [] }: DomainRow, sender: PostfixSender, sink: Sink): readonly Fate[] | null {
  const deviation = deviations.find((one) => one.sender === sender && one.sinks.includes(sink));
  return deviation === undefined ? null : FATES[deviation.does];
}

/** docs/verdicts.md has a row for every reason, and its rows tell what `decide` really says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decide } from '@/utils/verdict/decide';
import type { Evidence } from '@/utils/verdict/evidence';
import { LEVELS } from '@/utils/verdict/level';
import type { ReasonCode } from '@/utils/verdict/reason';
import type { Verdict } from '@/utils/verdict/verdict';
import {
  ADDRESS_FAILED,
  CHECKING,
  DANE_BLIND,
  DOUBTED,
  IGNORING,
  MALFORMED,
  NOT_ASKED,
  NOW,
  NO_ADDRESS,
  NO_STS,
  REFUSED,
  TLSA_DOUBTED,
  TLSA_FAILED,
  TLSA_FAILING,
  TLSA_REFUSED,
  UNKNOWN_SENDER,
  UNREACHABLE,
  UNREAD,
  VOUCHED,
  daneHost,
  domain,
  host,
  mxOnly,
  policy,
  read,
  record,
  signed,
  sts,
  tlsa,
} from './sample-evidence';

const rootFile = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

/** Cells of every table row that is neither head nor rule. */
const ROWS = rootFile('docs/verdicts.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| ---'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const CODES = [...rootFile('utils/verdict/reason.ts').matchAll(/^ {2}'?([a-z-]+)'?: (?:Record<|\{)/gm)].map(
  ([, code]) => code ?? '',
);

const mx = 'mx.example';
const one = [host(mx)];
const two = [host(mx, 10), host('backup.example', 20)];
const implicit = { kind: 'absent' } as const;
const at = { gatheredAt: NOW };
const lenient = { kind: 'found', id: 'a1', lowConfidence: true } as const;
const servfail = { kind: 'failed', failure: { code: 'servfail' } } as const;

const enforced = daneHost(mx, tlsa());

/** Those of the table in which the last column ignores DANE. */
const DANE_SITUATIONS: Readonly<Partial<Record<ReasonCode, Evidence>>> = {
  'dane-enforced': signed(domain([enforced])),
  'dane-unconfirmed': signed(domain([enforced]), VOUCHED),
  unauthenticated: signed(domain([daneHost(mx, tlsa(0))])),
  redirectable: domain([enforced]),
  'tlsa-lookup-failed': signed(domain([daneHost(mx, TLSA_FAILED)])),
  'tlsa-lookup-failing': signed(domain([daneHost(mx, TLSA_FAILING)])),
  'host-bogus': signed(domain([daneHost(mx, TLSA_REFUSED)])),
  'host-unconfirmed': signed(domain([daneHost(mx, TLSA_DOUBTED)])),
  'absence-unproven': signed(domain([enforced, host('backup.example', 20, NO_ADDRESS)])),
  'host-not-looked-at': signed(domain([enforced, host('backup.example', 20, NOT_ASKED)])),
  'mx-bogus': signed(mxOnly(servfail), REFUSED),
  'mx-unconfirmed': signed(domain([enforced]), DOUBTED),
};

/** The situation of each row that has a verdict for three senders. */
const SITUATIONS: Readonly<Partial<Record<ReasonCode, Evidence>>> = {
  'null-mx': mxOnly({ kind: 'null-mx' }),
  'no-such-domain': mxOnly({ kind: 'no-such-domain' }),
  'no-mail-host': domain([host(mx, 0, NO_ADDRESS)], NO_STS, implicit),
  'no-host-address': domain([host(mx, 10, NO_ADDRESS)]),
  'mx-unusable': mxOnly({ kind: 'unusable', unusable: ['.'] }),
  'mx-cname-loop': mxOnly({ kind: 'cname-loop' }),
  'implicit-mx': domain([host(mx, 0)], NO_STS, implicit),
  'mx-lookup-failed': mxOnly(servfail),
  'filtered-by-resolver': mxOnly({ kind: 'filtered', extendedError: null }),
  'address-lookup-failed': domain([host(mx, 10, ADDRESS_FAILED)]),
  'many-hosts': domain([...one, host(mx, 20, NOT_ASKED)], read('enforce', mx)),
  'special-use-name': { kind: 'special-use', domain: 'printer.local', ...at },
  'address-literal': { kind: 'address-literal', literal: '192.0.2.1', ...at },
  'address-unreadable': { kind: 'unreadable', ...at },
  'not-looked-up': { kind: 'limited', domain: 'a.example', limit: 'rate', ...at },
  'sts-enforce': domain(one, read('enforce', mx)),
  'sts-testing': domain(one, read('testing', mx)),
  'sts-none': domain(one, read('none')),
  'sts-absent': domain(one),
  'sts-host-mismatch': domain(two, read('enforce', mx)),
  'sts-no-host-matches': domain(two, read('enforce', 'elsewhere.example')),
  'sts-record-malformed': domain(one, sts({ kind: 'malformed', fault: { code: 'several-records' } })),
  'sts-record-lenient': domain(
    one,
    sts(lenient, { kind: 'read', cached: policy('enforce', [mx]), warnings: [] }),
  ),
  'sts-policy-malformed': domain(one, record(MALFORMED)),
  'sts-unreachable': domain(one, record(UNREACHABLE)),
  'sts-unread': domain(one, record(UNREAD)),
  'sts-lookup-failed': domain(one, sts(servfail)),
  'sts-cached': domain(one, sts({ kind: 'absent' }, { kind: 'not-needed' }, policy('enforce', [mx]))),
  'nothing-requires': domain(one),
  'handled-by-operator': domain([host('mx00.gmx.net')]),
  'operator-named': domain([host('mx1.disroot.org')]),
  'filtered-by': domain([host('eu-smtp-inbound-1.mimecast.com')]),
  'forwarded-by': domain([host('mx1.improvmx.com')]),
  ...DANE_SITUATIONS,
};

const WIDE_ROWS = ROWS.filter((cells) => cells.length === 6 && cells[4] !== 'reason');
const cell = ({ level, conditional }: Verdict): string => (conditional ? `(\`${level}\`)` : `\`${level}\``);

describe('docs/verdicts.md', () => {
  it('has a row for every reason', () => {
    const listed = new Set(ROWS.flat().flatMap((text) => text.split(', ')));
    const missing = CODES.filter((code) => !listed.has(`\`${code}\``));
    expect(missing, 'add a row with the reason in backquotes to docs/verdicts.md').toEqual([]);
  });

  it('reads every reason there is', () => {
    expect(CODES.length).toBeGreaterThan(35);
    expect(CODES).toEqual(expect.arrayContaining(Object.keys(SITUATIONS)));
  });

  it('names every level', () => {
    expect(ROWS.flat()).toEqual(expect.arrayContaining(LEVELS.map((level) => `\`${level}\``)));
  });

  it.each(WIDE_ROWS)('%s', (...row) => {
    const [, checking, unknown, ignoring, reason = ''] = row;
    const code = reason.replaceAll('`', '') as ReasonCode;
    const evidence = SITUATIONS[code];
    expect(evidence, `give ${code} a situation in this test`).toBeDefined();
    if (evidence === undefined) return;
    const third = code in DANE_SITUATIONS ? DANE_BLIND : IGNORING;
    const verdicts = [CHECKING, UNKNOWN_SENDER, third].map((sender) => decide(evidence, sender, NOW));
    expect(verdicts.map(cell)).toEqual([checking, unknown, ignoring]);
    expect(verdicts[0]?.reasons.map((given) => given.code)).toContain(code);
  });
});

/** Holds what the notice showed against what the zone's table expects. */
import type { DemoDomain, ExpectedLine } from './domain';
import type { MailboxKind } from './mailbox/page';
import type { ShownLine } from './mailbox-page';

export interface ComparedLine {
  readonly typed: string;
  readonly expected: ExpectedLine;
  /** null: the notice has no line for this domain. */
  readonly shown: ShownLine | null;
  readonly asExpected: boolean;
}

/** One line for each domain, in the order of the table. */
export function compare(
  zone: readonly DemoDomain[],
  kind: MailboxKind,
  shown: readonly ShownLine[],
): ComparedLine[] {
  return zone.map((row) => {
    const line = shown.find((one) => one.domain === row.domain) ?? null;
    const expected = row.expected[kind];
    const asExpected =
      line !== null && line.level === expected.level && line.conditional === expected.conditional;
    return { typed: row.typed, expected, shown: line, asExpected };
  });
}

/** Writes compared lines as a table for a terminal. */
import type { ComparedLine } from './compare';
import type { ExpectedLine } from './domain';
import type { ShownLine } from './mailbox-page';

const HEAD = ['', 'recipient', 'expected', 'shown', 'what the notice says'];

/** The table, ending in a line break. A "!" marks a line that is not as expected. */
export function formatTable(lines: readonly ComparedLine[]): string {
  const cells = lines.map(({ typed, expected, shown, asExpected }) => [
    asExpected ? '✓' : '!',
    `anna@${typed}`,
    levelText(expected),
    shown ? levelText(shown) : '(nothing)',
    shown ? saying(shown, typed) : '',
  ]);
  const all = [HEAD, ...cells];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => `${formatRow(row, widths)}\n`).join('');
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join('  ')
    .trimEnd();
}

function levelText({ level, conditional }: Pick<ExpectedLine, 'conditional'> & { level: string }): string {
  return conditional ? `${level} (outlined)` : level;
}

/** The texts of a line but for the domain itself, which has a column of its own. */
function saying({ texts, domain }: ShownLine, typed: string): string {
  return texts.filter((text) => text !== typed && text !== domain).join(': ');
}

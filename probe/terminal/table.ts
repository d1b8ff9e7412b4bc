/** Tables and option lists at a terminal. */
import { harmless, padTo, textWidth } from '@/utils/terminal/text-width';

/** Rows in columns as wide as their widest cell, two blanks apart; each line ends in a line feed. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(harmless));
  const widths: number[] = [];
  for (const row of cells) {
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, textWidth(cell))));
  }
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, column) => padTo(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

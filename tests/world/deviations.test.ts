/** Whatever a real mail server is known to do otherwise is told to readers as well. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Deviation } from './domain-row';
import { DOMAINS } from './domains';

const DOC = readFileSync(fileURLToPath(new URL('../../docs/verdicts.md', import.meta.url)), 'utf8');
/** The cells of each line of a table. */
const LINES = DOC.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const IN_WORDS: Readonly<Record<Deviation['does'], string>> = {
  delivers: 'delivered',
  defers: 'deferred',
  bounces: 'bounced',
};
const LISTED = DOMAINS.flatMap(({ domain, checking, deviations = [] }) =>
  deviations.map(({ does, why }) => [domain, checking.level, IN_WORDS[does], why] as const),
);

describe('docs/verdicts.md, "Where a real mail server does otherwise"', () => {
  it.each(LISTED)('%s: is told', (domain, level, does, why) => {
    const told = LINES.some(
      (cells) =>
        cells[1]?.endsWith(`(\`${domain}\`)`) === true &&
        [`\`${level}\``, does, why].every((cell) => cells.includes(cell)),
    );
    expect(told, `add a row with ${domain} | ${level} | ${does} | ${why}`).toBe(true);
  });
});

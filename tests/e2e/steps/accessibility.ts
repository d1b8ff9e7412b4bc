import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from '../browsers/driver';

interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}
interface Axe {
  readonly run: (
    context: Document,
    options: object,
  ) => Promise<{ violations: readonly AxeResult[]; passes: readonly unknown[] }>;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeReading {
  /** Each violation of WCAG 2.2 A and AA, with the element. */
  readonly violations: readonly string[];
  /** How many rules found something to judge: zero would mean that nothing was looked at. */
  readonly passes: number;
}

/** Lets axe judge the page, open shadow roots included. */
export async function judgeWithAxe(tab: Tab): Promise<AxeReading> {
  await tab.runScript(AXE);
  return tab.evaluate(
    async (tags) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const result = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
      return {
        violations: result.violations.flatMap((violation) =>
          violation.nodes.map((node) => `${violation.id}: ${violation.help} (${node.html})`),
        ),
        passes: result.passes.length,
      };
    },
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  );
}

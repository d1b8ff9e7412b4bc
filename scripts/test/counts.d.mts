export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What countVitest() reads of the JSON that vitest's reporter writes. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export const PASSED: Counts;
export const FAILED: Counts;
export function addCounts(a: Counts, b: Counts): Counts;
export function summaryLine(counts: Counts): string;
export function countVitest(report: VitestReport | null, status: number): Counts;

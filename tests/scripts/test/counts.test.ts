import { describe, expect, it } from 'vitest';
import {
  addCounts,
  countVitest,
  FAILED,
  PASSED,
  summaryLine,
  type VitestReport,
} from '../../../scripts/test/counts.mjs';

const CLEAN: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};

describe('the last line', () => {
  it('names what was skipped only if something was', () => {
    expect(summaryLine({ passed: 3, failed: 1, skipped: 0 })).toBe('3 passed, 1 failed');
    expect(summaryLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
  });

  it('adds up', () => {
    expect(addCounts(PASSED, FAILED)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe('a vitest run', () => {
  it.each<[string, VitestReport | null, number, object]>([
    ['all passed', CLEAN, 0, { passed: 3, failed: 0, skipped: 0 }],
    ['wrote no report: it crashed', null, 0, { passed: 0, failed: 1, skipped: 0 }],
    ['an error between tests', CLEAN, 1, { passed: 3, failed: 1, skipped: 0 }],
    [
      'skipped and to do',
      { ...CLEAN, numPendingTests: 1, numTodoTests: 2 },
      0,
      { passed: 3, failed: 0, skipped: 3 },
    ],
    [
      'a file that broke before its first test',
      { ...CLEAN, testResults: [{ status: 'failed', assertionResults: [] }] },
      1,
      { passed: 3, failed: 1, skipped: 0 },
    ],
    [
      'a failed test is not counted twice',
      {
        ...CLEAN,
        numFailedTests: 1,
        testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }],
      },
      1,
      { passed: 3, failed: 1, skipped: 0 },
    ],
  ])('%s', (_case, report, status, expected) => {
    expect(countVitest(report, status)).toEqual(expected);
  });
});

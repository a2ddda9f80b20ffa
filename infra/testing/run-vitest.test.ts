import { describe, expect, it } from 'vitest';
import { countTests } from './run-vitest.ts';

const report = (changes: object): string =>
  JSON.stringify({
    success: true,
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    ...changes,
  });

describe('countTests', () => {
  it('counts what passed and what failed', () => {
    expect(countTests(report({ success: false, numFailedTests: 2 }), 1)).toMatchObject({ passed: 5, failed: 2 });
    expect(countTests(report({}), 0)).toMatchObject({ passed: 5, failed: 0 });
  });

  it('counts skipped and postponed tests as failed', () => {
    expect(countTests(report({ numPendingTests: 1, numTodoTests: 1 }), 0)).toMatchObject({ failed: 2 });
  });

  it.each([
    ['the run crashed', report({}), 1],
    ['the run says it did not succeed', report({ success: false }), 0],
    ['no test ran', report({ numPassedTests: 0 }), 0],
    ['there is no report', undefined, 137],
  ])('counts a failure when %s', (_title, json, code) => {
    expect(countTests(json, code).failed).toBe(1);
  });
});

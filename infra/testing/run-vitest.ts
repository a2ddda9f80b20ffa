import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from './run-tool.ts';
import type { StageResult } from './stage.ts';

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/**
 * Runs one project of vitest.config.ts. Skipped tests count as failed: nothing is skipped here.
 * A run that ended badly without a failed test (a file that did not load, a crash) counts as one failure.
 */
export async function runVitest(project: string, filters: readonly string[]): Promise<StageResult> {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-vitest-'));
  const file = join(folder, 'report.json');
  try {
    const args = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ];
    const { code } = await runTool('vitest/vitest.mjs', args, true);
    return countTests(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function countTests(json: string | undefined, code: number | null): StageResult {
  if (json === undefined) return { passed: 0, failed: 1, output: `vitest ended with ${code} and wrote no report` };
  const read = report.parse(JSON.parse(json));
  const failed = read.numFailedTests + read.numPendingTests + read.numTodoTests;
  const crashed = failed === 0 && (code !== 0 || !read.success || read.numPassedTests === 0);
  return {
    passed: read.numPassedTests,
    failed: crashed ? 1 : failed,
    output: crashed ? `vitest ended with ${code} though no test failed; its errors stand above` : '',
  };
}

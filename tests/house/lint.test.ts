import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../../infra/processes/run-command.ts';
import { runTool } from '../../infra/testing/run-tool.ts';

/** The house's rules without the lines that keep it from looking at the planted file, and without its exceptions. */
function writeConfigForCanaries(): string {
  const {
    ignorePatterns: _ignored,
    overrides: _exceptions,
    ...rules
  } = z
    .looseObject({ ignorePatterns: z.unknown(), overrides: z.unknown() })
    .parse(JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')));
  const folder = mkdtempSync(join(tmpdir(), 'highwater-lint-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'oxlintrc.json'), JSON.stringify(rules));
  return join(folder, 'oxlintrc.json');
}

it('finds every planted offence', async () => {
  const args = ['-c', writeConfigForCanaries(), '--format', 'json', 'tests/house/canaries/lint'];
  const { code, output } = await runTool('oxlint/bin/oxlint', args);
  const report = z.object({ diagnostics: z.array(z.object({ code: z.string() })) }).parse(JSON.parse(output));
  const found = new Set(report.diagnostics.map((diagnostic) => diagnostic.code));
  expect(code).not.toBe(0);
  for (const rule of [
    'eslint(no-console)',
    'eslint(no-debugger)',
    'eslint(no-var)',
    'eslint(eqeqeq)',
    'typescript(no-explicit-any)',
    'typescript(ban-ts-comment)',
    'typescript(no-non-null-assertion)',
    'vitest(no-disabled-tests)',
    'vitest(no-focused-tests)',
  ]) {
    expect(found).toContain(rule);
  }
});

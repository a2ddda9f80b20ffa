import { buildPortal } from '../start/build-portal.ts';
import { ROOT } from '../processes/run-command.ts';
import { checkLock } from './check-lock.ts';
import { runCheck } from './run-tool.ts';
import { runVitest } from './run-vitest.ts';
import type { Stage } from './stage.ts';

/** Everything `npm test` runs, cheapest first. `filters` are passed to vitest. */
export function testStages(filters: readonly string[]): readonly Stage[] {
  return [
    { name: 'format', group: 'house', run: () => runCheck('oxfmt/bin/oxfmt', ['--check', '.']) },
    { name: 'lint', group: 'house', run: () => runCheck('oxlint/bin/oxlint', ['--deny-warnings']) },
    { name: 'types', group: 'house', run: () => runCheck('typescript-7/bin/tsc', ['-p', 'tsconfig.json']) },
    {
      name: 'layers',
      group: 'house',
      run: () => runCheck('dependency-cruiser/bin/dependency-cruiser.mjs', LAYER_ARGS),
    },
    { name: 'lock', group: 'house', run: async () => checkLock(ROOT) },
    { name: 'guards', group: 'house', run: () => runVitest('house', filters) },
    { name: 'unit', group: 'unit', run: () => runVitest('unit', filters) },
    { name: 'database', group: 'db', run: () => runVitest('db', filters) },
    { name: 'portal build', group: 'journeys', run: runBuild },
    { name: 'journeys', group: 'journeys', run: () => runVitest('journeys', filters) },
  ];
}

export const LAYER_ARGS = [
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'err-long',
  'apps',
  'packages',
  'infra',
  'tests',
];

async function runBuild() {
  await buildPortal(ROOT);
  return { passed: 1, failed: 0, output: '' };
}

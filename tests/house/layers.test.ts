import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runTool } from '../../infra/testing/run-tool.ts';

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
const house: { forbidden: { name: string }[] } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const CANARIES = 'tests/house/canaries';

async function cruiseCanaries() {
  const args = [
    '--config',
    `${CANARIES}/dependency-cruiser.cjs`,
    '--output-type',
    'json',
    `${CANARIES}/apps`,
    `${CANARIES}/packages`,
  ];
  const { output } = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', args);
  return report.parse(JSON.parse(output)).summary.violations.map(({ from, to, rule }) => ({
    rule: rule.name,
    from: from.slice(CANARIES.length + 1),
    to,
  }));
}

describe('the layers', () => {
  it('are looked at by every rule: each finds its planted import', async () => {
    const found = await cruiseCanaries();
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(house.forbidden.map(({ name }) => name)));
  });

  it('hold for imports of types alone', async () => {
    const found = await cruiseCanaries();
    expect(found).toContainEqual({
      rule: 'edges-never-import-edges',
      from: 'packages/search/src/canary-imports-edge.ts',
      to: `${CANARIES}/packages/db/src/canary-query.ts`,
    });
  });
});

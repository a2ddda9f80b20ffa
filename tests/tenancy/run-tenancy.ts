import { checkIsolation, type IsolationFigures } from './check-isolation.ts';
import { tryDatabaseMutants } from './mutants/try-database-mutants.ts';
import { setTenancyStage } from './tenancy-stage.ts';

export interface TenancyReport extends IsolationFigures {
  readonly seed: number;
  /** Things of the database's catalogue that were made wrong, one at a time. */
  readonly mutants: { readonly enumerated: number; readonly tried: number; readonly caught: number };
  /** Mutants that a covering test did not notice, by name. */
  readonly survivors: readonly string[];
  readonly seconds: number;
  readonly holds: boolean;
}

/**
 * Two companies, everybody who might ask, every operation; then every mutant of the database's policies, roles and rights.
 * The same seed makes the same words and the same order.
 */
export async function runTenancy(options: { seed: number; report: (line: string) => void }): Promise<TenancyReport> {
  const { seed, report } = options;
  const begun = performance.now();
  const stage = await setTenancyStage(seed);
  try {
    report(`two companies are there after ${Math.round((performance.now() - begun) / 1000)} s`);
    const matrix = await checkIsolation(stage, seed, report);
    report(`${matrix.operations} routes × ${matrix.actors} actors × ${matrix.resources} resources`);
    const { enumerated, tried, caught, survivors, byKind, problems } = await tryDatabaseMutants(report);
    for (const [kind, count] of Object.entries(byKind)) report(`  ${String(count).padStart(5)}  ${kind}`);
    const figures = { ...matrix, problems: [...matrix.problems, ...problems] };
    const seconds = Math.round((performance.now() - begun) / 1000);
    const holds = figures.problems.length === 0 && survivors.length === 0 && tried === enumerated;
    return { seed, ...figures, mutants: { enumerated, tried, caught }, survivors, seconds, holds };
  } finally {
    await stage.close();
  }
}

import { checkIsolation, type IsolationFigures } from './check-isolation.ts';
import { tryBranches } from './mutants/branches/try-branches.ts';
import { tryAllGates } from './mutants/gates/try-all-gates.ts';
import { tryDatabaseMutants } from './mutants/try-database-mutants.ts';
import { setTenancyStage, type TenancyStage } from './tenancy-stage.ts';

export interface TenancyReport extends IsolationFigures {
  readonly seed: number;
  /** What was made wrong, one at a time: of the database's catalogue, gates of the API, branches of what compiles rights. */
  readonly mutants: Readonly<Record<'database' | 'gates' | 'branches', MutantCounts>>;
  /** Mutants that a covering test did not notice, by name. */
  readonly survivors: readonly string[];
  readonly seconds: number;
  readonly holds: boolean;
}

export interface MutantCounts {
  readonly enumerated: number;
  readonly tried: number;
  readonly caught: number;
  /** Of those that nothing notices: listed by hand, with why they change nothing. */
  readonly equivalent: number;
}

/**
 * Two companies, everybody who might ask, every operation; then every mutant of the database's policies, roles and
 * rights, of the API's gates, and of the branches of what compiles rights.
 * The same seed makes the same words and the same order.
 */
export async function runTenancy(options: { seed: number; report: (line: string) => void }): Promise<TenancyReport> {
  const { seed, report } = options;
  const begun = performance.now();
  const matrix = await onStage(seed, async (stage) => {
    report(`two companies are there after ${Math.round((performance.now() - begun) / 1000)} s`);
    return checkIsolation(stage, seed, report);
  });
  report(`${matrix.operations} routes × ${matrix.actors} actors × ${matrix.resources} resources`);
  const database = await tryDatabaseMutants(report);
  reportKinds(report, database.byKind);
  // Mutants spoil what they are tried on, and the matrix would find it so.
  const gates = await onStage(seed, (stage) => tryAllGates(stage, report));
  report(
    `${gates.enumerated} gates made wrong, ${gates.caught} noticed, ${gates.equivalent} change nothing, in ${gates.asked} answers`,
  );
  reportKinds(report, gates.byKind);
  const branches = await tryBranches(seed);
  report(
    `${branches.enumerated} branches made wrong, ${branches.caught} noticed, ${branches.equivalent} change nothing by hand-written reason`,
  );
  const problems = [...matrix.problems, ...database.problems, ...gates.problems, ...branches.problems];
  const survivors = [...database.survivors, ...gates.survivors, ...branches.survivors];
  const mutants = { database: countsOf(database), gates: countsOf(gates), branches: countsOf(branches) };
  const seconds = Math.round((performance.now() - begun) / 1000);
  const isComplete = Object.values(mutants).every(({ enumerated, tried }) => tried === enumerated);
  const holds = problems.length === 0 && survivors.length === 0 && isComplete;
  return { seed, ...matrix, problems, mutants, survivors, seconds, holds };
}

async function onStage<Result>(seed: number, work: (stage: TenancyStage) => Promise<Result>): Promise<Result> {
  const stage = await setTenancyStage(seed);
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

function reportKinds(report: (line: string) => void, byKind: Readonly<Record<string, number>>): void {
  for (const [kind, count] of Object.entries(byKind)) report(`  ${String(count).padStart(5)}  ${kind}`);
}

function countsOf(report: Omit<MutantCounts, 'equivalent'> & { readonly equivalent?: number }): MutantCounts {
  const { enumerated, tried, caught, equivalent = 0 } = report;
  return { enumerated, tried, caught, equivalent };
}

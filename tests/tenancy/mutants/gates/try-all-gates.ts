import { ROWS } from '../../rows/index.ts';
import type { TenancyStage } from '../../tenancy-stage.ts';
import type { Row } from '../../cell.ts';
import { countGates, listGates } from './find-gates.ts';
import { listGateMutants, type GateMutant } from './gate-mutants.ts';
import { startSwitchedApi } from './start-switched-api.ts';
import {
  AS_USUAL,
  tryGateMutants,
  WITHOUT_PROOF,
  WITHOUT_REASON,
  type Circumstances,
  type Trial,
} from './try-gate-mutants.ts';

export interface GateReport {
  readonly enumerated: number;
  readonly tried: number;
  readonly caught: number;
  /** Listed by hand, with why they change nothing. */
  readonly equivalent: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** By name, with why the others noticed nothing. */
  readonly survivors: readonly string[];
  /** Mutant and the row that noticed it. */
  readonly coverings: ReadonlyMap<string, string>;
  readonly asked: number;
  readonly problems: readonly string[];
}

/** Gates that change nothing when they are wrong, and why. */
const EQUIVALENT_GATES: Readonly<Record<string, string>> = {
  'account/reset-factors.ts:1 authorise manage_identity: weaker':
    'only an owner may, which is looked at right behind it and refused in the same words',
};

/** Longer than a password that was shown counts. */
const UNPROVEN_AFTER_MS = 11 * 60_000;

/**
 * Opens every gate of the API's source, one at a time, on a stage whose worker is stopped on the way. Uses the stage up.
 * `mutants` and `rows` are all of them unless told otherwise.
 */
export async function tryAllGates(
  stage: TenancyStage,
  report: (line: string) => void = () => undefined,
  { mutants = listGateMutants(), rows = ROWS }: { mutants?: readonly GateMutant[]; rows?: readonly Row[] } = {},
): Promise<GateReport> {
  const { world, values } = stage;
  const [found, counted] = [listGates().length, countGates()];
  const problems = found === counted ? [] : [`${found} gates were found, and ${counted} are counted in the text`];
  const coverings = new Map<string, string>();
  const survivors: string[] = [];
  const sums = { tried: 0, asked: 0, equivalent: 0 };
  const switched = await startSwitchedApi(stage.bare);
  try {
    const { owner } = world.actors;
    const settle = async (circumstances: Circumstances, more: Partial<Trial> = {}): Promise<void> => {
      const trial = { api: switched.url, rows, values, mutants, circumstances, ...more };
      const figures = await tryGateMutants(world, trial);
      for (const [name, row] of figures.caught) coverings.set(name, row);
      const unnoticed = figures.survivors.map(({ name }) => name);
      survivors.push(...unnoticed.filter((name) => !(name in EQUIVALENT_GATES)));
      sums.equivalent += unnoticed.filter((name) => name in EQUIVALENT_GATES).length;
      sums.tried += figures.tried;
      sums.asked += figures.asked;
      report(`  ${figures.tried} gates opened ${circumstances.about}: ${figures.caught.size} noticed`);
    };
    // What narrows everybody comes first: the others change the company.
    const ask = (hours: number | null): Promise<unknown> => owner.send('PUT', '/v1/settings/reason', { hours });
    await ask(1);
    await settle(WITHOUT_REASON, {
      async prepare(row) {
        if (row.prepare === undefined) return {};
        await ask(null);
        return row.prepare(world).finally(() => ask(1));
      },
    });
    await ask(null);
    stage.shiftClock(UNPROVEN_AFTER_MS);
    await settle(WITHOUT_PROOF);
    stage.shiftClock(0);
    await settle(AS_USUAL);
  } finally {
    await switched.close();
  }
  const names = new Set(listGateMutants().map(({ name }) => name));
  for (const name of Object.keys(EQUIVALENT_GATES)) {
    if (!names.has(name)) problems.push(`${name}: is said to change nothing, and is not there any more`);
  }
  const byKind = Map.groupBy(mutants, ({ kind }) => kind);
  return {
    enumerated: mutants.length,
    ...sums,
    caught: coverings.size,
    byKind: Object.fromEntries([...byKind].map(([kind, list]) => [kind, list.length])),
    survivors,
    coverings,
    problems,
  };
}

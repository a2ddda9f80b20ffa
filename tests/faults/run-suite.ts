import { canCompile } from './native-wecom.ts';
import { runFaults, type FaultReport } from './run-faults.ts';

export interface SuiteReport {
  readonly seed: number;
  readonly kills: number;
  readonly byPlace: Readonly<Record<string, number>>;
  readonly inFailpoints: number;
  readonly secondsPerKill: number;
  readonly seconds: number;
  /** Helpers that died under a worker, by our hand or the library's. */
  readonly helperDeaths: number;
  /** What could not be gone through on this machine. */
  readonly notExercised: readonly string[];
  readonly problems: readonly string[];
  readonly holds: boolean;
  /** One run against the simulator's own adapter and, where a compiler is present, one through the native helper. */
  readonly runs: Readonly<Record<string, FaultReport>>;
}

/** Of all kills, those that strike while the worker speaks to WeCom through the helper. */
const NATIVE_SHARE = 0.3;

/** The whole suite: `kills` in all, spread over both ways to WeCom. Same seed, same plan. */
export async function runSuite(options: {
  readonly kills: number;
  readonly seed: number;
  readonly report?: (line: string) => void;
  readonly keepLogs?: string;
}): Promise<SuiteReport> {
  const { kills, seed, ...told } = options;
  const nativeKills = canCompile() ? Math.floor(kills * NATIVE_SHARE) : 0;
  const notExercised: string[] = [];
  const runs: Record<string, FaultReport> = {};
  runs['simulator'] = await runFaults({ kills: kills - nativeKills, seed, ...told });
  // What disks and keys do does not depend on the way to WeCom.
  if (nativeKills > 0)
    runs['helper'] = await runFaults({ kills: nativeKills, seed: seed + 1, native: true, interludes: false, ...told });
  else notExercised.push('the native helper: there is no C compiler');

  const all = Object.values(runs);
  const sum = (pick: (run: FaultReport) => number): number => all.reduce((total, run) => total + pick(run), 0);
  const byPlace: Record<string, number> = {};
  for (const run of all) {
    for (const [place, many] of Object.entries(run.byPlace)) byPlace[place] = (byPlace[place] ?? 0) + many;
    for (const [what, exercise] of Object.entries(run.interludes))
      if (exercise === 'not exercised') notExercised.push(`${what}: no disk may be mounted here`);
  }
  return {
    seed,
    kills: sum((run) => run.kills),
    byPlace,
    inFailpoints: sum((run) => run.inFailpoints),
    secondsPerKill: Math.round((sum((run) => run.secondsPerKill * run.kills) / sum((run) => run.kills)) * 1000) / 1000,
    seconds: sum((run) => run.seconds),
    helperDeaths: sum((run) => (run.byPlace['helper'] ?? 0) + (run.disturbances['library crash'] ?? 0)),
    notExercised,
    problems: all.flatMap((run) => run.problems),
    holds: all.every((run) => run.holds),
    runs,
  };
}

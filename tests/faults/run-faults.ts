import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { FailpointName } from '@highwater/domain';
import { wait, waitUntil } from '../../infra/processes/wait.ts';
import { checkCompleteness } from './check-completeness.ts';
import { checkFindings } from './check-findings.ts';
import { compareWithSource, type Comparison, type Expected } from './compare-with-source.ts';
import { setFaultWorld, type FaultWorld } from './fault-world.ts';
import { createInterludes, type Exercise } from './interludes.ts';
import { beginLife, type Life } from './life.ts';
import { findHelpers } from './native-wecom.ts';
import { planKills, type Companion, type Step } from './plan-kills.ts';
import { killDatabase } from './victims.ts';
import { watchRecovery, type Recoveries, type RecoveryWatch } from './watch-recovery.ts';

export interface FaultReport extends Comparison {
  readonly seed: number;
  readonly kills: number;
  /** Kills by where they struck: a failpoint's name, or "worker", "api", "database", "simulator" at a random moment. */
  readonly byPlace: Readonly<Record<string, number>>;
  readonly inFailpoints: number;
  /** Places that were led past in vain, before they were struck after all. */
  readonly missed: Readonly<Record<string, number>>;
  /** Spoilt answers and cut connections, by kind. */
  readonly disturbances: Readonly<Record<string, number>>;
  /** Full disks and changes of keys: whether each was gone through, or could not be on this machine. */
  readonly interludes: Readonly<Record<string, Exercise>>;
  readonly recoveryMs: Recoveries;
  readonly lostRequests: number;
  readonly seconds: number;
  readonly secondsPerKill: number;
  readonly holds: boolean;
}

export interface FaultOptions {
  readonly kills: number;
  readonly seed: number;
  /** The worker to run; the planted bugs are workers of their own. */
  readonly workerScript?: string;
  /** Failpoints to choose from; all unless given. */
  readonly places?: readonly FailpointName[];
  /** Whether the worker speaks to WeCom through helper, relay and library, and helpers are killed too; no unless told. */
  readonly native?: boolean;
  /** Whether disks fill up and keys change on the way; yes unless told. */
  readonly interludes?: boolean;
  /** How long everything may take to come to rest after the last kill. */
  readonly settleMs?: number;
  readonly report?: (line: string) => void;
  /** Folder that gets what the processes wrote; it is removed with the stage otherwise. */
  readonly keepLogs?: string;
}

/** How long a failpoint is waited for before the kill counts as one at a random moment and the place is tried again. */
const PATIENCE_MS = 10_000;
/** How often work that leads past the place is made anew while it is waited for. */
const LEAD_EVERY_MS = 2_000;
const SETTLE_MS = 120_000;
/** How long the tenant may wait for a finding. */
const TOLD_WITHIN_MS = 40_000;
/** Places that may be missed before they are given up, in a run of so many kills. */
const mostMisses = (kills: number): number => 20 + kills / 10;

/**
 * Kills processes again and again while a company talks, cuts connections and spoils answers, lets everything come to
 * rest, and compares the archive with the source: nothing lost, nothing doubled, everything told. Same seed, same plan.
 */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const begun = performance.now();
  const interludes = options.interludes ?? true;
  const world = await setFaultWorld({
    smallDisks: interludes,
    native: options.native ?? false,
    ...(options.workerScript ? { workerScript: options.workerScript } : {}),
  });
  let recovery: RecoveryWatch | undefined;
  try {
    const life = await beginLife(world);
    // Stopped and not killed, once: what they compiled is kept for their next starts.
    await Promise.all([world.worker.stop(), world.api.stop()]);
    await world.api.start();
    recovery = watchRecovery(world);
    const run = createRun(world, life, recovery);
    const steps = [...planKills({ ...options, helper: options.native ?? false })];
    const between = createInterludes(world, life, interludes ? steps.length : undefined);
    const begunKilling = performance.now();
    let interludesMs = 0;
    for (const [at, step] of steps.entries()) {
      interludesMs += await timed(() => between.take(at));
      const struck = await run.take(step);
      // A place that was not reached is tried again at the end.
      if (!struck && run.misses() < mostMisses(options.kills))
        steps.push({ ...step, companion: undefined, disturbance: undefined });
      if ((at + 1) % 10 === 0) options.report?.(`${at + 1} of ${steps.length} steps ${JSON.stringify(run.byPlace)}`);
    }
    const killingMs = performance.now() - begunKilling - interludesMs;
    const recoveryMs = await recovery.stop();
    const { lostVersions: sealedVersions, problems, outcomes } = between;
    const expected = { corpId: life.corpId, objectsFolder: world.objectsFolder, sealedVersions };
    const comparison = await comeToRest(world, life, expected, options.settleMs ?? SETTLE_MS);
    const kills = Object.values(run.byPlace).reduce((sum, many) => sum + many, 0);
    return {
      ...comparison,
      problems: [...problems, ...comparison.problems],
      interludes: outcomes,
      seed: options.seed,
      kills,
      byPlace: run.byPlace,
      inFailpoints: Object.entries(run.byPlace).reduce((sum, [name, many]) => sum + (name.includes('.') ? many : 0), 0),
      missed: run.missed,
      disturbances: run.disturbances,
      recoveryMs,
      lostRequests: life.lost(),
      seconds: Math.round((performance.now() - begun) / 1000),
      secondsPerKill: Math.round(killingMs / Math.max(1, kills)) / 1000,
      holds: problems.length + comparison.problems.length === 0,
    };
  } finally {
    await recovery?.stop();
    if (options.keepLogs !== undefined)
      cpSync(join(world.context.dataDir, 'logs'), options.keepLogs, { recursive: true });
    await world.close();
  }
}

function createRun(world: FaultWorld, life: Life, recovery: RecoveryWatch) {
  const byPlace: Record<string, number> = {};
  const missed: Record<string, number> = {};
  const disturbances: Record<string, number> = {};
  const add = (counts: Record<string, number>, name: string): void => void (counts[name] = (counts[name] ?? 0) + 1);
  const struck = (place: string): void => {
    add(byPlace, place);
    recovery.killed();
  };

  async function killBeside(companion: Companion, afterMs: number, isOver: () => boolean): Promise<void> {
    if (companion === 'helper') return killHelper(afterMs, isOver);
    await wait(afterMs);
    if (companion === 'database') {
      await killDatabase(world);
      struck('database');
    } else {
      const asked = life.ask();
      await world[companion].kill();
      struck(companion);
      await world[companion].start();
      await asked;
    }
  }

  /** Kills the first helper that the step's worker starts, so long as the worker lives. */
  async function killHelper(afterMs: number, isOver: () => boolean): Promise<void> {
    let pid: number | undefined;
    await waitUntil(
      () => {
        [pid] = world.worker.pid === undefined ? [] : findHelpers(world.worker.pid);
        return pid !== undefined || isOver();
      },
      PATIENCE_MS,
      10,
    );
    // Somewhere between its first breath and its first answers.
    await wait(afterMs % 60);
    if (pid !== undefined && endsNow(pid)) struck('helper');
    else add(missed, 'helper');
  }

  async function disturb({ disturbance, cutAfterBytes }: Step): Promise<void> {
    if (disturbance === undefined) return;
    if (disturbance === 'wecom cut') world.wecomWire.cutNext(cutAfterBytes);
    else if (disturbance === 'wecom stalled') world.wecomWire.stallNext(400);
    else if (disturbance === 'database cut') world.databaseWire.cutNext(cutAfterBytes % 200);
    else if (disturbance === 'library crash') await crashLibrary();
    else await life.disturb(disturbance);
    add(disturbances, disturbance);
  }

  /** The next page that the library is asked for ends its process. */
  async function crashLibrary(): Promise<void> {
    await world.native?.library.control('GetChatData.crash abort', 'GetChatData.on 1');
    setTimeout(() => void world.native?.library.control(), 1500);
  }

  /** Starts the worker with its death in it, leads it there and counts it; false when it never came by. */
  async function killWorker(step: Step): Promise<boolean> {
    const { worker: death } = step;
    // Whatever waits for its time, the next pull first of all, is due when the worker looks for the first time, and the
    // files that the dead one held are free.
    world.clock.advance(15_000);
    const spec = death.place === 'worker' ? '' : `${death.place}@${death.hit}`;
    world.worker.launch(spec);
    // The worker needs longer to look at its first job than this.
    await Promise.all([world.queue.letTimePass().catch(() => undefined), life.lead(death.place)]);
    const deadline = performance.now() + (death.place === 'worker' ? death.afterMs : PATIENCE_MS);
    for (;;) {
      const left = deadline - performance.now();
      const end = left <= 0 ? 'alive' : await world.worker.ends(Math.min(left, LEAD_EVERY_MS));
      if (end === 'killed') {
        struck(death.place);
        return true;
      }
      if (left <= 0) break;
      // It cannot start while the database is down; a deployment starts it again.
      if (end === 'failed') world.worker.launch(spec);
      else if (death.place !== 'worker') await life.lead(death.place);
    }
    await world.worker.kill();
    struck('worker');
    if (death.place === 'worker') return true;
    add(missed, death.place);
    return false;
  }

  return {
    byPlace,
    missed,
    disturbances,
    misses: () => Object.values(missed).reduce((sum, many) => sum + many, 0),
    async take(step: Step): Promise<boolean> {
      await disturb(step);
      let isOver = false;
      const [reached] = await Promise.all([
        killWorker(step).finally(() => (isOver = true)),
        step.companion && killBeside(step.companion, step.companionAfterMs, () => isOver),
      ]);
      return reached;
    },
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function endsNow(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** Lets hours pass until nothing is wrong any more; what is wrong when the time is over is the report's. */
async function comeToRest(world: FaultWorld, life: Life, expected: Expected, limitMs: number): Promise<Comparison> {
  await world.queue.letTimePass();
  await world.worker.start();
  const untold = await checkFindings(world, life, Math.min(TOLD_WITHIN_MS, limitMs));
  const compare = async (): Promise<Comparison> => {
    const comparison = await compareWithSource(world, expected);
    const told = await checkCompleteness(world, life.owner, life.corpId, expected.sealedVersions);
    return { ...comparison, problems: [...untold, ...comparison.problems, ...told] };
  };
  let last: Comparison | undefined;
  let looks = 0;
  await waitUntil(
    async () => {
      // What was put off after failures comes due; not a whole day, or the daily plans would begin again.
      if (looks % 8 === 0 && looks < 64) world.clock.advance(65 * 60_000);
      looks += 1;
      last = await compare().catch(() => last);
      return last !== undefined && last.problems.length === untold.length;
    },
    limitMs,
    500,
  );
  return last ?? compare();
}

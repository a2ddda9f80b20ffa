import type { FailpointName } from '@highwater/domain';
import { wait, waitUntil } from '../../infra/processes/wait.ts';
import { checkCompleteness } from './check-completeness.ts';
import { checkFindings } from './check-findings.ts';
import { compareWithSource, type Comparison, type Expected } from './compare-with-source.ts';
import { setFaultWorld, type FaultWorld } from './fault-world.ts';
import { createInterludes, type Exercise } from './interludes.ts';
import { beginLife, type Life } from './life.ts';
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
  /** Whether disks fill up and keys change on the way; yes unless told. */
  readonly interludes?: boolean;
  /** How long everything may take to come to rest after the last kill. */
  readonly settleMs?: number;
  readonly report?: (line: string) => void;
}

/** How long a failpoint is waited for before the kill counts as one at a random moment and the place is tried again. */
const PATIENCE_MS = 10_000;
/** How often work that leads past the place is made anew while it is waited for. */
const LEAD_EVERY_MS = 2_000;
const SETTLE_MS = 120_000;
/** Times that a place may be missed in a run before it is given up. */
const MOST_MISSES = 20;

/**
 * Kills processes again and again while a company talks, cuts connections and spoils answers, lets everything come to
 * rest, and compares the archive with the source: nothing lost, nothing doubled, everything told. Same seed, same plan.
 */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const begun = performance.now();
  const interludes = options.interludes ?? true;
  const world = await setFaultWorld({
    smallDisks: interludes,
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
    const steps = [...planKills(options)];
    const between = createInterludes(world, life, interludes ? steps.length : undefined);
    const begunKilling = performance.now();
    for (const [at, step] of steps.entries()) {
      await between.take(at);
      const struck = await run.take(step);
      // A place that was not reached is tried again at the end.
      if (!struck && run.missesLeft() > 0) steps.push(step);
      if ((at + 1) % 10 === 0) options.report?.(`${at + 1} of ${steps.length} steps ${JSON.stringify(run.byPlace)}`);
    }
    const killingMs = performance.now() - begunKilling;
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
      secondsPerKill: Math.round(killingMs / kills) / 1000,
      holds: problems.length + comparison.problems.length === 0,
    };
  } finally {
    await recovery?.stop();
    if (process.env['KEEP']) (await import('node:child_process')).execSync(`rm -rf /tmp/f-logs; cp -r ${world.context.dataDir}/logs /tmp/f-logs`);
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

  async function killBeside(companion: Companion, afterMs: number): Promise<void> {
    await wait(afterMs);
    if (companion === 'database') {
      await killDatabase(world);
      struck('database');
    } else if (companion === 'helper') {
      // Helpers are the worker's children; see the native stage.
    } else {
      const asked = life.ask();
      await world[companion].kill();
      struck(companion);
      await world[companion].start();
      await asked;
    }
  }

  async function disturb({ disturbance, cutAfterBytes }: Step): Promise<void> {
    if (disturbance === undefined) return;
    if (disturbance === 'wecom cut') world.wecomWire.cutNext(cutAfterBytes);
    else if (disturbance === 'wecom stalled') world.wecomWire.stallNext(400);
    else if (disturbance === 'database cut') world.databaseWire.cutNext(cutAfterBytes % 200);
    else await life.disturb(disturbance);
    add(disturbances, disturbance);
  }

  /** Starts the worker with its death in it, leads it there and counts it; false when it never came by. */
  async function killWorker(step: Step): Promise<boolean> {
    const { worker: death } = step;
    // Whatever waits for its time, the next pull first of all, is due when the worker looks for the first time.
    world.clock.advance(2000);
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
    missesLeft: () => MOST_MISSES - Object.values(missed).reduce((sum, many) => sum + many, 0),
    async take(step: Step): Promise<boolean> {
      await disturb(step);
      const [reached] = await Promise.all([
        killWorker(step),
        step.companion === undefined ? undefined : killBeside(step.companion, step.companionAfterMs),
      ]);
      return reached;
    },
  };
}

/** Lets hours pass until nothing is wrong any more; what is wrong when the time is over is the report's. */
async function comeToRest(
  world: FaultWorld,
  life: Life,
  expected: Expected,
  limitMs: number,
): Promise<Comparison> {
  await world.queue.letTimePass();
  await world.worker.start();
  const untold = await checkFindings(world, life);
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
      if (process.env['KEEP'] && looks % 8 === 0) console.log(new Date().toISOString(), JSON.stringify(last?.problems), await (await import('./fault-stage.ts')).asSuperuser(world, async (c) => JSON.stringify([(await c.query("select pid, usename, application_name app, state, now()-xact_start x, left(query,200) q, wait_event from pg_stat_activity where xact_start is not null and pid <> pg_backend_pid()")).rows, (await c.query("select name, state, retry_count r, start_after, heartbeat_on h, now(), output, singleton_key sk from pgboss.job where state < 'completed' and name not like '\\_%'")).rows])));
      return last !== undefined && last.problems.length === untold.length;
    },
    limitMs,
    500,
  );
  return last ?? compare();
}

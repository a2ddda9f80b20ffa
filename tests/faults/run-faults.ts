import { FAILPOINTS, type FailpointName } from '@highwater/domain';
import { waitUntil } from '../../infra/processes/wait.ts';
import { beginLife } from './life.ts';
import { compareWithSource, type Comparison } from './compare-with-source.ts';
import { setFaultStage, type FaultStage } from './fault-stage.ts';
import { createRandom } from './seeded-random.ts';
import { createApiVictim, createWorkerVictim, killDatabase, letHeartbeatsLapse } from './victims.ts';

export interface FaultReport extends Comparison {
  readonly seed: number;
  readonly kills: number;
  /** Kills by where they struck: a failpoint's name, "worker", "api" or "database" at a random moment. */
  readonly byPlace: Readonly<Record<string, number>>;
  readonly inFailpoints: number;
  readonly lostRequests: number;
  readonly seconds: number;
  readonly holds: boolean;
}

export interface FaultOptions {
  readonly kills: number;
  readonly seed: number;
  /** The worker to run; the planted bugs are workers of their own. */
  readonly workerScript?: string;
  /** Failpoints to choose from; all of the chain and of exports unless given. */
  readonly places?: readonly FailpointName[];
  /** How long everything may take to come to rest after the last kill. */
  readonly settleMs?: number;
  readonly report?: (line: string) => void;
}

/** Places of the chain and of exports; those of schedules and mails are struck by the worker's own tests. */
const PLACES: readonly FailpointName[] = FAILPOINTS.filter((name) => /^(pull|open|media|export)\./.test(name));
/** How long a failpoint is waited for before the kill counts as one at a random moment. */
const PATIENCE_MS = 12_000;
/** How long the chain may need to come to rest after the last kill. */
const SETTLE_MS = 120_000;

/**
 * Kills worker, API and database again and again while a company talks, lets everything come to rest, and compares the
 * archive with the source: nothing lost, nothing doubled. Same seed, same order of kills.
 */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const begun = performance.now();
  const random = createRandom(options.seed);
  const places = options.places ?? PLACES;
  const report = options.report ?? (() => undefined);
  const stage = await setFaultStage();
  const worker = createWorkerVictim(stage, options.workerScript ?? 'apps/worker/src/main.ts');
  const api = createApiVictim(stage);
  const byPlace: Record<string, number> = {};
  const struck = (place: string): void => {
    byPlace[place] = (byPlace[place] ?? 0) + 1;
  };
  try {
    await Promise.all([api.start(), worker.start()]);
    const life = await beginLife(stage);
    for (let kill = 1; kill <= options.kills; kill += 1) {
      const draw = random();
      if (draw < 0.08) {
        await life.breathe();
        await killDatabase(stage);
        struck('database');
      } else if (draw < 0.2) {
        const breath = life.breathe();
        await api.kill();
        struck('api');
        await breath;
        await api.start();
      } else {
        const place = places[Math.floor(random() * places.length)] ?? 'pull.fetched';
        const hit = place.startsWith('media.') ? 1 + Math.floor(random() * 3) : 1;
        await worker.kill();
        await letHeartbeatsLapse(stage);
        await worker.start(`${place}@${hit}`);
        const deadline = performance.now() + PATIENCE_MS;
        // An export takes in what is there by now, so one is enough to come by its places.
        await life.breathe({ export: place.startsWith('export.') });
        let died = await worker.diesWithin(1500);
        while (!died && performance.now() < deadline) {
          await life.breathe();
          died = await worker.diesWithin(500);
        }
        struck(died ? place : 'worker');
        await worker.kill();
        await letHeartbeatsLapse(stage);
        await worker.start();
      }
      report(`${kill} of ${options.kills} ${JSON.stringify(byPlace)}`);
    }
    await settle(stage, life.corpId, options.settleMs ?? SETTLE_MS);
    const comparison = await compareWithSource(stage, life.corpId);
    const inFailpoints = PLACES.reduce((sum, place) => sum + (byPlace[place] ?? 0), 0);
    return {
      ...comparison,
      seed: options.seed,
      kills: options.kills,
      byPlace,
      inFailpoints,
      lostRequests: life.lost(),
      seconds: Math.round((performance.now() - begun) / 1000),
      holds: comparison.problems.length === 0,
    };
  } finally {
    await Promise.all([worker.kill(), api.kill()]);
    await stage.close();
  }
}

/** Waits until the comparison holds or the time is over; what does not hold then is the report's. */
async function settle(stage: FaultStage, corpId: string, limitMs: number): Promise<void> {
  await waitUntil(
    async () => (await compareWithSource(stage, corpId).catch(() => undefined))?.problems.length === 0,
    limitMs,
    1000,
  );
}

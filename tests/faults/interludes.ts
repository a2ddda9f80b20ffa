import { createKeyChanges } from './change-keys.ts';
import type { FaultWorld } from './fault-world.ts';
import { fillDatabaseDisk, fillObjectsDisk, type DiskOutcome } from './full-disk.ts';
import type { Life } from './life.ts';

export type Exercise = 'exercised' | 'not exercised';

/** What happens once in a run, between two steps, while no worker is being killed. */
export interface Interludes {
  /** Goes through what is due before this step. */
  take(step: number): Promise<void>;
  readonly problems: readonly string[];
  readonly outcomes: Readonly<Record<string, Exercise>>;
  readonly lostVersions: readonly number[];
}

/** Spread over a run of so many steps; none without a number. */
export function createInterludes(world: FaultWorld, life: Life, steps: number | undefined): Interludes {
  const keys = createKeyChanges(world, life);
  const problems: string[] = [];
  const outcomes: Record<string, Exercise> = {};
  const fill = (what: string, disk: (world: FaultWorld, life: Life) => Promise<DiskOutcome>) => async () => {
    const { exercised, problems: found } = await disk(world, life);
    outcomes[what] = exercised ? 'exercised' : 'not exercised';
    problems.push(...found);
  };
  const served = (what: string, work: () => Promise<void>) => async () => {
    await world.queue.letTimePass();
    await world.worker.start();
    await work();
    await world.worker.stop();
    outcomes[what] = 'exercised';
  };
  const plan: readonly { readonly at: number; readonly run: () => Promise<void> }[] = [
    { at: 0.2, run: served('key that comes late', keys.useForeignKey) },
    { at: 0.35, run: fill('full disk of the database', fillDatabaseDisk) },
    { at: 0.5, run: fill('full disk of the objects', fillObjectsDisk) },
    { at: 0.65, run: served('key that comes late', keys.importForeignKey) },
    { at: 0.8, run: served('key that never comes', keys.useLostKey) },
  ];
  let next = 0;
  return {
    problems,
    outcomes,
    lostVersions: keys.lostVersions,
    async take(step) {
      if (steps === undefined) return;
      for (let due = plan[next]; due !== undefined && step >= due.at * steps; due = plan[next]) {
        next += 1;
        await due.run();
      }
    },
  };
}

import type { Fault } from '@highwater/domain';
import { waitUntil } from '../../infra/processes/wait.ts';
import { asSuperuser } from './fault-stage.ts';
import type { FaultWorld } from './fault-world.ts';
import type { Life } from './life.ts';
import type { SmallDisk } from './small-disk.ts';

export interface DiskOutcome {
  /** False where no disk may be mounted: then nothing was shown. */
  readonly exercised: boolean;
  readonly problems: readonly string[];
}

const TOLD_WITHIN_MS = 20_000;
const GOES_ON_WITHIN_MS = 40_000;
const HALF_AN_HOUR_MS = 30 * 60_000;

/** Lets the database's disk be full while messages come: the tenant is told, and the chain goes on when there is room. */
export async function fillDatabaseDisk(world: FaultWorld, life: Life): Promise<DiskOutcome> {
  let messages = 150;
  return fillDisk(world, world.disks.database, 'database.full', async () => {
    // Rows find room in pages that are there already, the more the longer the stage has stood: each time twice as many.
    await life.talk(messages);
    messages *= 2;
    await life.lead('media.stored');
  });
}

/** The same for the disk of the objects: files wait, messages do not. */
export async function fillObjectsDisk(world: FaultWorld, life: Life): Promise<DiskOutcome> {
  return fillDisk(world, world.disks.objects, 'storage.unavailable', () => life.lead('media.stored'));
}

async function fillDisk(
  world: FaultWorld,
  disk: SmallDisk | undefined,
  fault: Fault,
  work: () => Promise<unknown>,
): Promise<DiskOutcome> {
  if (disk === undefined) return { exercised: false, problems: [] };
  const problems: string[] = [];
  await world.queue.letTimePass();
  await world.worker.start();
  const open = (): Promise<boolean> => isOpen(world, fault);
  disk.fill();
  try {
    const told = await waitUntil(
      async () => {
        world.clock.advance(2000);
        await work();
        return waitUntil(open, 2500);
      },
      TOLD_WITHIN_MS,
      0,
    );
    if (!told) problems.push(`nobody was told of ${fault}`);
  } finally {
    disk.free();
  }
  const goesOn = await waitUntil(
    async () => {
      // What was put off comes due.
      world.clock.advance(HALF_AN_HOUR_MS);
      return waitUntil(async () => !(await open()), 6000);
    },
    GOES_ON_WITHIN_MS,
    0,
  );
  if (!goesOn) problems.push(`${fault} was not over when there was room again`);
  await world.worker.stop();
  return { exercised: true, problems };
}

async function isOpen(world: FaultWorld, fault: Fault): Promise<boolean> {
  return asSuperuser(world, async (client) => {
    const { rowCount } = await client.query('SELECT FROM hw.findings WHERE fault = $1 AND resolved_at IS NULL', [
      fault,
    ]);
    return (rowCount ?? 0) > 0;
  });
}

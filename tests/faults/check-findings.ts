import type { Fault } from '@highwater/domain';
import { waitUntil } from '../../infra/processes/wait.ts';
import { asSuperuser, type BareStage } from './fault-stage.ts';
import type { FaultWorld } from './fault-world.ts';
import type { Life } from './life.ts';

/** Spoilt answers of WeCom and what the tenant is to be told of each. */
const TOLD = [
  ['busy', 'wecom.busy'],
  ['garbled', 'page.garbled'],
] as const satisfies readonly (readonly [Parameters<Life['disturb']>[0], Fault])[];

/** A worker looks for what is due every five seconds. */
const LOOK_AGAIN_MS = 7_000;

/**
 * Spoils WeCom's answers while nothing is killed and looks whether each became a finding: an answer that is no page is
 * never "no new messages". Gives what nobody was told within the time.
 */
export async function checkFindings(world: FaultWorld, life: Life, withinMs: number): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [spoilt, fault] of TOLD) {
    const before = await countTold(world, fault);
    const told = await waitUntil(
      async () => {
        // A look at the connection may have got the spoilt answer instead of a pull.
        await life.disturb(spoilt);
        await life.talk(1);
        // However long the pull was put off by the answer before.
        world.clock.advance(30_000);
        return waitUntil(async () => (await countTold(world, fault)) > before, LOOK_AGAIN_MS);
      },
      withinMs,
      0,
    );
    if (!told) problems.push(`nobody was told of ${fault}`);
  }
  return problems;
}

async function countTold(stage: BareStage, fault: Fault): Promise<number> {
  return asSuperuser(stage, async (client) => {
    const { rows } = await client.query<{ times: string }>(
      'SELECT coalesce(sum(count), 0) AS times FROM hw.findings WHERE fault = $1',
      [fault],
    );
    return Number(rows[0]?.times);
  });
}

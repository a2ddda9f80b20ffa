import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';

/** The generation that the seeded company's walk fills. */
export const SEED_GENERATION = 'messages_000001';

/** An index in the database under a check, and one outside that is on: what is indexed from here on is fed. */
export async function seedIndex(tx: db.TenantTx) {
  const [checkRunId, fillRunId] = [newId<string>(), newId<string>()];
  const of = { version: 1, askedBy: null, now: ROW_TIME };
  await db.ensureIndexState(tx, 1);
  await db.switchTypesense(tx, true, ROW_TIME);
  await db.startIndexRun(tx, { ...of, runId: checkRunId, engine: 'postgres', work: 'check', generation: null });
  await db.startIndexRun(tx, {
    ...of,
    runId: fillRunId,
    engine: 'typesense',
    work: 'fill',
    generation: SEED_GENERATION,
  });
  await db.claimFeed(tx, ROW_TIME, ROW_TIME + 1);
  return { checkRunId, fillRunId };
}

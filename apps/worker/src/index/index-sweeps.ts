import {
  asPlatform,
  ensureIndexState,
  findIndexState,
  inTenant,
  listDueIndexes,
  listIndexesToFeed,
  listStalledIndexRuns,
} from '@highwater/db';
import { BULK_PRIORITY } from '@highwater/jobs';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { INDEX_VERSION } from '@highwater/search';
import { OUTSIDE_GENERATIONS } from './outside/tend-generations.ts';
import { startWalk } from './start-walk.ts';

/** Companies looked after per tick; the others wait for the next one. */
const PER_TICK = 20;
const FED_PER_TICK = 200;
/** A walk moves every few seconds; after this its job is taken for lost. */
const RUN_LOST_MS = 5 * 60_000;

/** What keeps the indexes true, whatever was killed: looks on a clock, walks whose job was lost, what is to be fed. */
export const INDEX_SWEEPS: readonly Sweep[] = [
  {
    name: 'due indexes',
    async run(deps, now) {
      const due = await asPlatform(deps.database, 'sweep', (tx) => listDueIndexes(tx, INDEX_VERSION, now, PER_TICK));
      await forEachApart(due, (tenantId) =>
        inTenant(deps.database, tenantId, async (tx) => {
          await ensureIndexState(tx, INDEX_VERSION);
          const isOld = ((await findIndexState(tx))?.tokenVersion ?? 0) < INDEX_VERSION;
          await startWalk(deps, tx, isOld ? 'rebuild' : 'check');
        }),
      );
    },
  },
  {
    name: 'stalled walks',
    async run(deps, now) {
      const before = now - RUN_LOST_MS;
      const stalled = await asPlatform(deps.database, 'sweep', (tx) => listStalledIndexRuns(tx, before, FED_PER_TICK));
      await forEachApart(stalled, ({ tenantId, runId }) =>
        inTenant(deps.database, tenantId, (tx) => deps.enqueue(tx, 'check-index', { tenantId, runId })),
      );
    },
  },
  {
    name: 'indexes to feed',
    async run(deps, now) {
      if (deps.searchWriter === null) return;
      const waiting = await asPlatform(deps.database, 'sweep', (tx) => listIndexesToFeed(tx, now, FED_PER_TICK));
      await forEachApart(waiting, (tenantId) =>
        inTenant(deps.database, tenantId, (tx) =>
          deps.enqueue(tx, 'index-messages', { tenantId }, { priority: BULK_PRIORITY }),
        ),
      );
    },
  },
  OUTSIDE_GENERATIONS,
];

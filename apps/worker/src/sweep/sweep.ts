import {
  asPlatform,
  inTenant,
  listDueConnections,
  listExpiredAttempts,
  listUnopenedPages,
  refuseConnectionAttempt,
} from '@highwater/db';
import { faultOf, type TenantId, type UnixMs } from '@highwater/domain';
import { BULK_PRIORITY } from '@highwater/jobs';
import type { ChainDeps } from '../deps.ts';
import { MEDIA_SWEEPS } from '../media/media-sweeps.ts';
import { STALE_SECRETS } from '../connections/secret-sweep.ts';
import { DUE_COPIES } from '../copies/copy-sweep.ts';
import { DUE_ENRICHMENTS } from '../enrich/enrich-sweep.ts';
import { INDEX_SWEEPS } from '../index/index-sweeps.ts';
import { QUARANTINE_SWEEPS } from '../quarantine/quarantine-sweeps.ts';
import { LOST_REPULLS, STALE_CALLBACKS } from './trigger-sweeps.ts';
import { createWatchSweep } from '../watch/watch-sweep.ts';

/** One look across tenants at `now` for work that is due or whose job was lost. */
export interface Sweep {
  readonly name: string;
  run(deps: ChainDeps, now: UnixMs): Promise<void>;
}

/** Things looked after per tick and sweep; the rest waits for the next tick. */
const PER_TICK = 500;
/** A page's job starts within seconds; after this it is taken for lost. */
const PAGE_JOB_LOST_MS = 2 * 60_000;

/** The chain's own sweeps. Each enqueues under the queue's policy, so a job that still exists is not added again. */
export const CHAIN_SWEEPS: readonly Sweep[] = [
  {
    name: 'due connections',
    async run(deps, now) {
      const due = await asPlatform(deps.database, 'sweep', (tx) => listDueConnections(tx, now, PER_TICK));
      for (const [tenantId, rows] of byTenant(due)) {
        await inTenant(deps.database, tenantId, (tx) => deps.enqueueMany(tx, 'pull-archive', rows));
      }
    },
  },
  {
    name: 'unopened pages',
    async run(deps, now) {
      const before = now - PAGE_JOB_LOST_MS;
      const pages = await asPlatform(deps.database, 'sweep', (tx) => listUnopenedPages(tx, before, PER_TICK));
      for (const [tenantId, rows] of byTenant(pages)) {
        await inTenant(deps.database, tenantId, (tx) =>
          deps.enqueueMany(tx, 'open-page', rows, { priority: BULK_PRIORITY }),
        );
      }
    },
  },
  {
    name: 'expired attempts',
    async run(deps, now) {
      const expired = await asPlatform(deps.database, 'sweep', (tx) => listExpiredAttempts(tx, now, PER_TICK));
      for (const { tenantId, attemptId } of expired) {
        await inTenant(deps.database, tenantId, (tx) =>
          refuseConnectionAttempt(tx, attemptId, 'wecom.unreachable', {}),
        );
      }
    },
  },
  DUE_COPIES,
  DUE_ENRICHMENTS,
  STALE_SECRETS,
  createWatchSweep(),
  LOST_REPULLS,
  STALE_CALLBACKS,
  ...QUARANTINE_SWEEPS,
  ...MEDIA_SWEEPS,
  ...INDEX_SWEEPS,
];

/** Runs every sweep once; one that fails is logged and does not keep the others from running. */
export async function tick(deps: ChainDeps, sweeps: readonly Sweep[] = CHAIN_SWEEPS): Promise<void> {
  const now = deps.clock.now();
  for (const sweep of sweeps) {
    try {
      await sweep.run(deps, now);
    } catch (error) {
      deps.log.error('sweep failed', { component: sweep.name, fault: faultOf(error) });
    }
  }
}

function byTenant<Row extends { readonly tenantId: TenantId }>(rows: readonly Row[]): Map<TenantId, Row[]> {
  return Map.groupBy(rows, (row) => row.tenantId);
}

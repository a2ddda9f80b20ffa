import {
  asPlatform,
  inTenant,
  listLedgersToCheck,
  listLedgersToCheckpoint,
  listUnsignedLedgers,
  type LedgerPlace,
} from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import type { Handlers } from '../chain-handlers.ts';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { checkLedger, RESTART_MS } from './check-ledger.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { QUIET_MS, signCheckpoint, slotOf } from './sign-checkpoint.ts';
import { lastSettledDay, signDays } from './sign-days.ts';

/** Ledgers looked after per tick; the rest waits for the next one. */
const PER_TICK = 500;
/** New pages are compared this long after the last look. */
const CHECK_MS = 5 * 60_000;

export function createLedgerHandlers(deps: LedgerDeps): Pick<Handlers, 'check-ledger'> {
  return {
    'check-ledger': (job, signal) =>
      checkLedger(deps, job.tenantId as TenantId, job.connectionId as ConnectionId, signal),
  };
}

/** Signs checkpoints and days that are due, and has grown ledgers checked. */
export function createLedgerSweeps(deps: LedgerDeps): readonly Sweep[] {
  const { database } = deps;
  const sign = (places: readonly LedgerPlace[], work: typeof signDays): Promise<void> =>
    forEachApart(places, ({ tenantId, connectionId }) => work(deps, tenantId, connectionId));
  return [
    {
      name: 'ledger checkpoints',
      async run(_deps, now) {
        const due = await asPlatform(database, 'sweep', (tx) =>
          listLedgersToCheckpoint(tx, slotOf(now), now - QUIET_MS, PER_TICK),
        );
        await sign(due, signCheckpoint);
      },
    },
    {
      name: 'ledger days',
      async run(_deps, now) {
        const due = await asPlatform(database, 'sweep', (tx) => listUnsignedLedgers(tx, lastSettledDay(now), PER_TICK));
        await sign(due, signDays);
      },
    },
    {
      name: 'ledger checks',
      async run(_deps, now) {
        const times = { checkedBefore: now - CHECK_MS, restartBefore: now - RESTART_MS };
        const due = await asPlatform(database, 'sweep', (tx) => listLedgersToCheck(tx, times, PER_TICK));
        for (const [tenantId, rows] of Map.groupBy(due, (row) => row.tenantId)) {
          await inTenant(database, tenantId, (tx) => deps.enqueueMany(tx, 'check-ledger', rows));
        }
      },
    },
  ];
}

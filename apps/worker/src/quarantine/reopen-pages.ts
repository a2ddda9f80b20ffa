import {
  advanceRepair,
  countQuarantined,
  countRepair,
  findRepair,
  finishRepair,
  inTenant,
  listPagesToReopen,
  type RepairState,
} from '@highwater/db';
import { FaultError, type RepairId, type TenantId } from '@highwater/domain';
import { openPage, type OpenPageDeps } from '../open/open-page.ts';
import { startTurn } from './start-turn.ts';

/** Pages looked up at once; they are opened one after the other, so memory holds one. */
const PAGES_PER_LOOK = 50;

/**
 * Opens once more the pages that hold the envelopes of a run, in their order.
 *
 * Harmless to repeat and to kill: opening a page is (openPage), and the run's place moves in its own transaction after a
 * page, so that a killed one goes on at the page under way. A turn ends after a while and the next one is enqueued.
 */
export async function reopenPages(
  deps: OpenPageDeps,
  tenantId: TenantId,
  runId: RepairId,
  signal?: AbortSignal,
): Promise<void> {
  const turn = startTurn(deps, { tenantId, runId }, 'reopen-pages', signal);
  for (;;) {
    const next = await inTenant(deps.database, tenantId, async (tx) => {
      const run = await findRepair(tx, runId);
      if (run?.work !== 'reopen') return undefined;
      const { connectionId } = run;
      if (run.total === null) await countRepair(tx, runId, await countQuarantined(tx, connectionId, run), now());
      const pages = await listPagesToReopen(tx, connectionId, run, run.afterPage, PAGES_PER_LOOK);
      if (pages.length === 0) {
        await finishRepair(tx, runId, now());
        // Whether something still waits for a key.
        await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
      }
      return { run, pages };
    });
    if (next === undefined || next.pages.length === 0) return;
    let place = next.run;
    for (const page of next.pages) {
      if (await turn.isOver()) return;
      const moved = await reopen(place, page);
      if (moved === undefined) break;
      place = moved;
    }
  }

  function now(): number {
    return deps.clock.now();
  }

  /** The run after the page; undefined when it stands elsewhere meanwhile. */
  async function reopen(
    run: RepairState,
    { pageNo, count }: { readonly pageNo: number; readonly count: number },
  ): Promise<RepairState | undefined> {
    const { connectionId } = run;
    try {
      await openPage(deps, tenantId, connectionId, pageNo);
    } catch (error) {
      // A page that our own code stumbles over costs itself: the others are opened, and it stays in the quarantine.
      if (!(error instanceof FaultError) || error.fault === 'database.unavailable') throw error;
      deps.log.error('page not reopened', { connectionId, count: pageNo, fault: error.fault });
    }
    const moved = await inTenant(deps.database, tenantId, async (tx) => {
      const left = await countQuarantined(tx, connectionId, run, pageNo);
      const step = { afterPage: pageNo, done: count, changed: Math.max(0, count - left), now: now() };
      return advanceRepair(tx, runId, run, step);
    });
    return moved ? { ...run, afterPage: pageNo } : undefined;
  }
}

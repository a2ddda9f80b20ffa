import {
  advanceIndexRun,
  compareIndex,
  countIndexRun,
  deleteExtraTokens,
  findIndexRun,
  finishIndexRun,
  inTenant,
  startIndexRun,
  type IndexRun,
  type TenantTx,
} from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import type { OpenPageDeps } from '../open/open-page.ts';
import type { MessageKeys } from '../open/message-keys.ts';
import { indexMessages } from './index-messages.ts';
import { INDEX_VERSION } from '@highwater/search';
import { reportLook } from './report-look.ts';

/** Messages compared at once, and made anew at once. */
const BATCH = { check: 1000, rebuild: 250 };
/** A walk gives its place in the queue to others after this. */
const TURN_MS = 20_000;

/**
 * Walks over a company's messages in the order of their ids, compares them with the index and mends what differs; a
 * rebuild makes every row anew, in its place, so that searches answer all the while.
 *
 * Harmless to repeat and to kill: what a step mends and that it did so are one transaction, a killed walk goes on behind
 * the last step, and a step that somebody else made meanwhile counts nothing. A message that does not open gets a row
 * without words, so it is not missing the next time.
 */
export async function walkIndex(
  deps: OpenPageDeps,
  tenantId: TenantId,
  runId: string,
  options: { readonly signal?: AbortSignal; readonly batch?: number } = {},
): Promise<void> {
  const keys = await deps.messageKeys(tenantId);
  const end = performance.now() + TURN_MS;
  for (;;) {
    const goesOn = await inTenant(deps.database, tenantId, async (tx) => {
      const run = await findIndexRun(tx, runId);
      if (run?.engine !== 'postgres') return false;
      // A newer worker made or took over this one, and the older leaves it to the newer.
      if (run.version > INDEX_VERSION) return false;
      if (run.version < INDEX_VERSION) return restart(deps, tx, run);
      const goes = await step(
        deps,
        tx,
        keys,
        run,
        options.batch ?? BATCH[run.work === 'rebuild' ? 'rebuild' : 'check'],
      );
      deps.failpoint('index.mended');
      return goes;
    });
    deps.failpoint('index.committed');
    if (!goesOn) return;
    if (options.signal?.aborted === true || performance.now() > end) {
      await inTenant(deps.database, tenantId, (tx) => deps.enqueue(tx, 'check-index', { tenantId, runId }));
      return;
    }
  }
}

/** False when that was the last stretch, or somebody else walks. */
async function step(
  deps: OpenPageDeps,
  tx: TenantTx,
  keys: MessageKeys,
  run: IndexRun,
  batch: number,
): Promise<boolean> {
  const now = deps.clock.now();
  if (run.total === null) await countIndexRun(tx, run.runId, now);
  const { messageIds, missing, differing, extra, last } = await compareIndex(tx, run.afterMessage, batch);
  const again = run.work === 'rebuild' ? messageIds : [...missing, ...differing].toSorted();
  const unreadable = await indexMessages(deps, tx, keys, again);
  const removed = await deleteExtraTokens(tx, extra);
  const moved = await advanceIndexRun(tx, run, {
    ...(last === null ? {} : { afterMessage: last }),
    done: messageIds.length,
    missing: missing.length,
    // What an older version made is no drift where everything is made anew.
    differing: run.work === 'rebuild' ? 0 : differing.length,
    extra: removed,
    unreadable,
    now,
  });
  if (!moved || last !== null) return moved;
  const ended = await findIndexRun(tx, run.runId);
  if (ended !== undefined && (await finishIndexRun(tx, ended, now))) await reportLook(deps, tx, ended);
  return false;
}

async function restart(deps: OpenPageDeps, tx: TenantTx, run: IndexRun): Promise<boolean> {
  await startIndexRun(tx, {
    ...run,
    version: INDEX_VERSION,
    askedBy: null,
    now: deps.clock.now(),
  });
  return true;
}

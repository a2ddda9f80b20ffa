import {
  findIndexState,
  raiseFinding,
  resolveFindings,
  saveIndexLook,
  type IndexRun,
  type TenantTx,
} from '@highwater/db';
import type { ChainDeps } from '../deps.ts';

/** What findings about the index in the database, and about the one outside, name as their subject. */
export const INDEX_SUBJECT = 'index';
export const OUTSIDE_SUBJECT = 'index:typesense';

/** An index that was right is looked at again after a day, one that was not as soon as it should be right. */
export const NEXT_LOOK_MS = { clean: 24 * 3_600_000, mended: 10 * 60_000 };

/**
 * Keeps what a whole walk found. What was wrong is mended by now, and is told all the same until the next walk finds
 * nothing: what made it wrong may still be at work.
 */
export async function reportLook(deps: Pick<ChainDeps, 'clock'>, tx: TenantTx, run: IndexRun): Promise<void> {
  const now = deps.clock.now();
  const { missing, extra, differing } = run;
  const isClean = missing + extra + differing === 0;
  await saveIndexLook(tx, {
    examined: run.done,
    missing,
    extra,
    differing,
    unreadable: run.unreadable,
    tokenVersion: run.work === 'rebuild' ? run.version : null,
    now,
    nextAt: now + (isClean ? NEXT_LOOK_MS.clean : NEXT_LOOK_MS.mended),
  });
  if (isClean) await resolveFindings(tx, ['index.drifted'], INDEX_SUBJECT, now);
  else {
    const detail = { missing, extra, differing, count: missing + extra + differing };
    await raiseFinding(tx, { fault: 'index.drifted', subject: INDEX_SUBJECT, detail, now });
  }
  const unreadable = (await findIndexState(tx))?.unreadable ?? 0;
  if (unreadable === 0) await resolveFindings(tx, ['index.unreadable'], INDEX_SUBJECT, now);
  else if (run.unreadable > 0) {
    await raiseFinding(tx, { fault: 'index.unreadable', subject: INDEX_SUBJECT, detail: { count: unreadable }, now });
  }
}

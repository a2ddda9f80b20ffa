import {
  addToFeed,
  advanceIndexRun,
  countIndexRun,
  findIndexRun,
  finishIndexRun,
  listStrangers,
  listStretchOfTime,
  listUnfed,
  raiseFinding,
  resolveFindings,
  saveOutsideLook,
  type IndexRun,
} from '@highwater/db';
import type { MessageId } from '@highwater/domain';
import { NEXT_LOOK_MS, OUTSIDE_SUBJECT } from '../report-look.ts';
import { whileClaimed, type FeedWork } from './feed-work.ts';

/** Messages compared at once. */
const BATCH = 2000;
const STRANGERS_AT_ONCE = 1000;
/** The ends of time that a Date knows. */
const EVER_MS = 8_640_000_000_000_000;

/**
 * Compares the next stretch of time with the documents of a generation: what is missing is fed, what has no message is
 * taken out. Messages that still stand in the feed are no drift.
 */
export async function compareStep(work: FeedWork, run: IndexRun): Promise<void> {
  const { generation } = run;
  if (generation === null) return;
  const { messageIds, until } = await whileClaimed(work, async (tx, now) => {
    if (run.total === null) await countIndexRun(tx, run.runId, now);
    return listStretchOfTime(tx, run.afterAt, BATCH);
  });
  const absent = new Set(messageIds);
  const range = { from: run.afterAt ?? -EVER_MS, until: until ?? EVER_MS };
  let removed = 0;
  let others: MessageId[] = [];
  for await (const messageId of work.writer.listDocuments(generation, work.keys.tenantId, range)) {
    if (absent.delete(messageId)) continue;
    others.push(messageId);
    if (others.length >= STRANGERS_AT_ONCE) {
      removed += await removeStrangers(work, generation, others);
      others = [];
    }
  }
  removed += await removeStrangers(work, generation, others);
  const documents = until === null ? await work.writer.countDocuments(generation, work.keys.tenantId) : 0;
  await whileClaimed(work, async (tx, now) => {
    const missing = await listUnfed(tx, [...absent]);
    await addToFeed(tx, missing);
    const moved = await advanceIndexRun(tx, run, {
      ...(until === null ? {} : { afterAt: until }),
      done: messageIds.length,
      missing: missing.length,
      extra: removed,
      now,
    });
    if (!moved || until !== null) return;
    const ended = await findIndexRun(tx, run.runId);
    if (ended === undefined || !(await finishIndexRun(tx, ended, now))) return;
    const drift = ended.missing + ended.extra;
    const nextAt = now + (drift === 0 ? NEXT_LOOK_MS.clean : NEXT_LOOK_MS.mended);
    await saveOutsideLook(tx, { drift, documents, now, nextAt });
    if (drift === 0) await resolveFindings(tx, ['index.drifted'], OUTSIDE_SUBJECT, now);
    else {
      const detail = { missing: ended.missing, extra: ended.extra, differing: 0, count: drift };
      await raiseFinding(tx, { fault: 'index.drifted', subject: OUTSIDE_SUBJECT, detail, now });
    }
  });
}

async function removeStrangers(work: FeedWork, generation: string, found: readonly MessageId[]): Promise<number> {
  const strangers = await whileClaimed(work, (tx) => listStrangers(tx, found));
  if (strangers.length > 0) await work.writer.remove(generation, work.keys.tenantId, strangers);
  return strangers.length;
}

import {
  advanceIndexRun,
  countIndexRun,
  finishIndexRun,
  listMessageIds,
  markFilled,
  noteOutsideStop,
  postponeFeed,
  type IndexRun,
} from '@highwater/db';
import { buildDocuments } from './build-documents.ts';
import { retryAt, whileClaimed, type FeedWork } from './feed-work.ts';

const BATCH = 200;

/**
 * Puts the next messages of a filling into its generation. What changes while it is filled stands in the feed, whichever
 * comes first. When the last is in, the generation counts as the company's, and a comparison follows at once.
 *
 * Harmless to repeat and to kill: a document is put as a whole, and a killed filling goes on behind the last step.
 */
export async function fillStep(work: FeedWork, run: IndexRun): Promise<void> {
  const { generation } = run;
  if (generation === null) return;
  const built = await whileClaimed(work, async (tx, now) => {
    if (run.total === null) await countIndexRun(tx, run.runId, now);
    return buildDocuments(tx, work.keys, await listMessageIds(tx, run.afterMessage, BATCH));
  });
  const last = built.done.at(-1);
  if (last === undefined) {
    await whileClaimed(work, async (tx, now) => {
      if (!(await finishIndexRun(tx, run, now))) return;
      await markFilled(tx, generation, run.version);
      await noteOutsideStop(tx, null, now);
    });
    return;
  }
  const failures = await work.writer.put(generation, built.documents);
  await whileClaimed(work, async (tx, now) => {
    await postponeFeed(
      tx,
      failures.map(({ messageId, fault }) => ({ messageId, fault, nextTryAt: retryAt(now, 0) })),
    );
    await advanceIndexRun(tx, run, { afterMessage: last, done: built.done.length, now });
  });
}

import { finishFeed, listFeed, listRecalledBy, postponeFeed } from '@highwater/db';
import type { Fault, MessageId } from '@highwater/domain';
import { buildDocuments } from './build-documents.ts';
import { retryAt, whileClaimed, type FeedWork } from './feed-work.ts';

const BATCH = 200;

/**
 * Puts the next messages of the feed into every generation, those that they take back with them, and takes out those
 * that are gone. Returns how many rows of the feed that were; 0 when none is due.
 *
 * Harmless to repeat and to kill: a document is put as a whole, and a row of the feed goes only when its revision is the
 * one that was read, so that what changed meanwhile is fed again.
 */
export async function feedBatch(work: FeedWork, generations: readonly string[]): Promise<number> {
  const { fed, built } = await whileClaimed(work, async (tx, now) => {
    const due = await listFeed(tx, now, BATCH);
    const ids = due.map(({ messageId }) => messageId);
    const recalled = await listRecalledBy(tx, ids);
    return { fed: due, built: await buildDocuments(tx, work.keys, [...new Set([...ids, ...recalled])]) };
  });
  if (fed.length === 0) return 0;
  const failed = new Map<MessageId, Fault>();
  for (const generation of generations) {
    if (built.documents.length > 0) {
      for (const { messageId, fault } of await work.writer.put(generation, built.documents))
        failed.set(messageId, fault);
    }
    if (built.gone.length > 0) await work.writer.remove(generation, work.keys.tenantId, built.gone);
  }
  const isDone = new Set(built.done);
  const attemptsOf = new Map(fed.map(({ messageId, attempts }) => [messageId, attempts]));
  await whileClaimed(work, async (tx, now) => {
    await finishFeed(
      tx,
      fed.filter(({ messageId }) => isDone.has(messageId) && !failed.has(messageId)),
    );
    await postponeFeed(
      tx,
      [...failed].map(([messageId, fault]) => ({
        messageId,
        fault,
        nextTryAt: retryAt(now, attemptsOf.get(messageId) ?? 0),
      })),
    );
  });
  return fed.length;
}

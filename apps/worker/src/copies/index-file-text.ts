import { setImmediate } from 'node:timers/promises';
import { inTenant, lockMessagesToIndex, markTextIndexed } from '@highwater/db';
import { indexMessages } from '../index/index-messages.ts';
import type { MessageKeys } from '../open/message-keys.ts';
import type { OpenPageDeps } from '../open/open-page.ts';

/** Messages at once: each may carry several long texts. */
const BATCH = 20;

/**
 * Has every message that carries the content found by its text too.
 *
 * Harmless to repeat and to kill: a message's tokens are a function of its plaintext and of the texts of its files, and
 * are replaced as a whole in the transaction that says so. Parsing again locks the same rows and reads the same texts,
 * so whoever comes second writes both.
 */
export async function indexFileText(
  deps: OpenPageDeps,
  keys: MessageKeys,
  sha256: string,
  makerVersion: number,
  signal?: AbortSignal,
): Promise<void> {
  for (let count = BATCH; count === BATCH;) {
    signal?.throwIfAborted();
    count = await inTenant(deps.database, keys.tenantId, async (tx) => {
      const messages = await lockMessagesToIndex(tx, sha256, makerVersion, BATCH);
      // One by one: the texts of each may be long, and other jobs of the process get their turn between them.
      for (const { messageId } of messages) {
        await setImmediate();
        await indexMessages(deps, tx, keys, [messageId]);
      }
      await markTextIndexed(
        tx,
        sha256,
        messages.map(({ messageId }) => messageId),
        makerVersion,
      );
      return messages.length;
    });
  }
}

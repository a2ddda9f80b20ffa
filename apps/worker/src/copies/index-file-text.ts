import { setImmediate } from 'node:timers/promises';
import { openPlaintext } from '@highwater/crypto';
import {
  inTenant,
  lockMessagesToIndex,
  markTextIndexed,
  replaceSearchTokens,
  type MessageToIndex,
  type TenantTx,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { parseMessage, peopleOf } from '@highwater/wecom';
import type { OpenPageDeps } from '../open/open-page.ts';
import { deriveTokens } from '../open/derive-tokens.ts';
import type { MessageKeys } from '../open/message-keys.ts';
import { readFileTexts } from './read-file-texts.ts';

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
      await replaceTokens(deps, tx, keys, messages);
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

async function replaceTokens(
  deps: OpenPageDeps,
  tx: TenantTx,
  keys: MessageKeys,
  messages: readonly MessageToIndex[],
): Promise<void> {
  const textsOf = await readFileTexts(
    tx,
    keys,
    messages.map(({ messageId }) => messageId),
  );
  for (const message of messages) {
    await setImmediate();
    const tokens = tokensOf(keys, message, await textsOf(message.messageId));
    if (tokens === undefined) deps.log.error('message not indexed again', { tenantId: keys.tenantId });
    else await replaceSearchTokens(tx, [{ messageId: message.messageId, sentAt: message.sentAt, tokens }]);
  }
}

/** Undefined when the message itself does not open: it is not found by its own words either. */
function tokensOf(keys: MessageKeys, message: MessageToIndex, texts: readonly string[]): number[] | undefined {
  try {
    const parsed = parseMessage(
      openPlaintext(keys.plaintext, keys.tenantId, message.messageId, message.sealedPlaintext),
    );
    return deriveTokens(keys.hashTexts, parsed, peopleOf(parsed), message.conversationId, texts);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return undefined;
  }
}

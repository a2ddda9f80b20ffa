import { setImmediate } from 'node:timers/promises';
import { listMessagesToFeed, type TenantTx } from '@highwater/db';
import type { MessageId, SearchDocument } from '@highwater/domain';
import { searchableText } from '@highwater/wecom';
import { readFileTexts } from '../../copies/read-file-texts.ts';
import type { MessageKeys } from '../../open/message-keys.ts';
import { openMessage } from '../index-messages.ts';

/** Characters of text in memory and on their way at once: a file has up to 200,000, and they grow sixfold. */
const MOST_CHARACTERS = 1_000_000;
const PER_TURN = 25;

export interface BuiltDocuments {
  readonly documents: readonly SearchDocument[];
  /** Of the ids that were asked for, those looked at: a prefix of them when their texts are long. */
  readonly done: readonly MessageId[];
  /** Of those, the ones that have no message. */
  readonly gone: readonly MessageId[];
}

/** Everything that an index outside the database holds of these messages. One that does not open is found by its facts. */
export async function buildDocuments(
  tx: TenantTx,
  keys: MessageKeys,
  messageIds: readonly MessageId[],
): Promise<BuiltDocuments> {
  const messages = new Map((await listMessagesToFeed(tx, messageIds)).map((row) => [row.messageId, row]));
  const textsOf = await readFileTexts(tx, keys, messageIds);
  const documents: SearchDocument[] = [];
  const done: MessageId[] = [];
  let characters = 0;
  for (const [at, messageId] of messageIds.entries()) {
    if (at % PER_TURN === PER_TURN - 1) await setImmediate();
    const message = messages.get(messageId);
    if (message !== undefined) {
      const parsed = openMessage(keys, message);
      const own = parsed === undefined ? [] : searchableText(parsed).map((part) => part.text);
      const texts = [...own, ...(await textsOf(messageId))];
      const { sealedPlaintext: _, ...facts } = message;
      documents.push({ ...facts, tenantId: keys.tenantId, texts });
      characters += texts.reduce((sum, text) => sum + text.length, 0);
    }
    done.push(messageId);
    if (characters >= MOST_CHARACTERS) break;
  }
  return { documents, done, gone: done.filter((id) => !messages.has(id)) };
}

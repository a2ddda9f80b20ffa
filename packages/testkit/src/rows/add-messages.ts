import { insertMessages, insertParticipants, type NewMessage, type TenantTx } from '@highwater/db';
import type { ConnectionId, ConversationId, MessageId, PersonKey, UnixMs } from '@highwater/domain';
import { newId, ROW_TIME } from './new-id.ts';

/** What matters of a message; the first of `people` sent it unless `sender` says otherwise. */
export interface MessageToAdd extends Partial<NewMessage> {
  readonly people?: readonly PersonKey[];
}

/** Messages with their participants, sealed texts that open to nothing, one second apart; returns their ids in order. */
export async function addMessages(
  tx: TenantTx,
  connectionId: ConnectionId,
  messages: readonly MessageToAdd[],
  archivedAt: UnixMs = ROW_TIME,
): Promise<readonly MessageId[]> {
  const conversationId = newId<ConversationId>();
  const complete = messages.map(({ people = [], ...message }, index) => ({
    people,
    row: {
      messageId: newId<MessageId>(),
      seq: String(index + 1),
      msgid: `${newId<string>()}_external`,
      kind: 'text',
      sentAt: ROW_TIME + index * 1000,
      sentAtKnown: true,
      sender: people[0] ?? null,
      roomId: null,
      conversationId,
      direction: 'internal',
      preMsgid: null,
      sealedPlaintext: Buffer.from('opens to nothing'),
      ...message,
    } satisfies NewMessage,
  }));
  await insertMessages(
    tx,
    connectionId,
    complete.map(({ row }) => row),
    archivedAt,
  );
  await insertParticipants(
    tx,
    complete.flatMap(({ people, row }) => people.map((personKey) => ({ ...row, personKey }))),
  );
  return complete.map(({ row }) => row.messageId);
}

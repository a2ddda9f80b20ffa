import { createHash } from 'node:crypto';
import { keyedId, sealPlaintext } from '@highwater/crypto';
import { insertMessages, inTenant, saveConversations } from '@highwater/db';
import type { ConversationId, MessageId, PersonKey } from '@highwater/domain';
import type { Company, HandOverFixture } from './hand-over-fixture.ts';

const BATCH = 1000;

/** Adds texts of `bytes` bytes each to one conversation, straight into the tables: the chain would take its time. */
export async function insertGeneratedMessages(
  fixture: HandOverFixture,
  { tenantId, connectionId }: Company,
  count: number,
  bytes: number,
): Promise<void> {
  const subkey = await fixture.deps.tenantKeys.subkey(tenantId, 'plaintext');
  const conversationId = keyedId(subkey, 'generated') as ConversationId;
  const at = fixture.clock.at;
  const people = ['linxiaoyu', 'zhaokai'] as PersonKey[];
  await inTenant(fixture.database, tenantId, (tx) =>
    saveConversations(tx, connectionId, [
      { conversationId, kind: 'pair', roomId: null, people, isExternal: false, firstAt: at, lastAt: at + count },
    ]),
  );
  for (let start = 0; start < count; start += BATCH) {
    const messages = Array.from({ length: Math.min(BATCH, count - start) }, (_, offset) => {
      const n = start + offset;
      const messageId = keyedId(subkey, String(n)) as MessageId;
      const content = createHash('shake256', { outputLength: bytes / 2 })
        .update(String(n))
        .digest('hex');
      const message = {
        msgid: `${n}`,
        action: 'send',
        from: 'linxiaoyu',
        tolist: ['zhaokai'],
        roomid: '',
        msgtime: at + n,
      };
      const plaintext = Buffer.from(JSON.stringify({ ...message, msgtype: 'text', text: { content } }));
      return {
        messageId,
        seq: String(n + 1),
        msgid: message.msgid,
        kind: 'text' as const,
        sentAt: at + n,
        sentAtKnown: true,
        sender: people[0] ?? null,
        roomId: null,
        conversationId,
        direction: 'internal' as const,
        preMsgid: null,
        sealedPlaintext: sealPlaintext(subkey, tenantId, messageId, plaintext),
      };
    });
    await inTenant(fixture.database, tenantId, (tx) => insertMessages(tx, connectionId, messages, at));
  }
}

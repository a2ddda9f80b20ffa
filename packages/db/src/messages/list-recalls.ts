import type { ConnectionId, MessageId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * When each of the messages was taken back, by its id; the earliest recall counts. A recall names its original's msgid,
 * with or without the suffix (WeCom does not say which): the message of exactly that msgid is meant, and only where the
 * archive has none, the one that has it before its suffix.
 */
export async function listRecalls(
  tx: TenantTx,
  messages: readonly { readonly messageId: MessageId; readonly connectionId: ConnectionId; readonly msgid: string }[],
): Promise<ReadonlyMap<MessageId, UnixMs>> {
  const named = messages.filter((message) => message.msgid !== '');
  const { rows } = await tx.query<{ messageId: MessageId; recalledAt: UnixMs }>(
    `SELECT o.message_id AS "messageId", min(r.sent_at) AS "recalledAt"
     FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS o (message_id, connection_id, msgid)
     JOIN hw.messages r ON r.tenant_id = $1 AND r.connection_id = o.connection_id
       AND r.pre_msgid IN (o.msgid, regexp_replace(o.msgid, '_(external|updown_stream)$', ''))
     WHERE r.pre_msgid = o.msgid OR NOT EXISTS (SELECT FROM hw.messages meant
       WHERE meant.tenant_id = $1 AND meant.connection_id = o.connection_id AND meant.msgid = r.pre_msgid)
     GROUP BY o.message_id`,
    [
      tx.tenantId,
      named.map((message) => message.messageId),
      named.map((message) => message.connectionId),
      named.map((message) => message.msgid),
    ],
  );
  return new Map(rows.map((row) => [row.messageId, row.recalledAt]));
}

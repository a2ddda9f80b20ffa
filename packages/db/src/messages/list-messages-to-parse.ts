import type { ConnectionId, MessageId } from '@highwater/domain';
import type { ReparseScope } from '../repairs/repair-runs.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { NewMessage } from './insert-messages.ts';

/** A stored message with everything that a parser made of it. */
export interface MessageToParse extends Required<NewMessage> {
  readonly sealedPlaintext: Buffer;
}

/** Condition on hw.messages: `among` and `version` are placeholders. */
function isMeant(among: string, version: string): string {
  return `CASE ${among}::text WHEN 'unknown' THEN kind = 'unknown' WHEN 'outdated' THEN parser_version < ${version} ELSE true END`;
}

/** The next messages of a connection to parse again, in the order of their ids. */
export async function listMessagesToParse(
  tx: TenantTx,
  connectionId: ConnectionId,
  scope: { readonly among: ReparseScope; readonly parserVersion: number },
  page: { readonly after: MessageId | null; readonly limit: number },
): Promise<readonly MessageToParse[]> {
  const { rows } = await tx.query<MessageToParse>(
    `SELECT message_id AS "messageId", seq, msgid, kind, sent_at AS "sentAt", sent_at_known AS "sentAtKnown", sender,
       room_id AS "roomId", conversation_id AS "conversationId", direction, pre_msgid AS "preMsgid",
       parser_version AS "parserVersion", unknown_type AS "unknownType", plaintext AS "sealedPlaintext"
     FROM hw.messages
     WHERE tenant_id = $1 AND connection_id = $2 AND ${isMeant('$3', '$4')} AND ($5::uuid IS NULL OR message_id > $5)
     ORDER BY message_id LIMIT $6`,
    [tx.tenantId, connectionId, scope.among, scope.parserVersion, page.after, page.limit],
  );
  return rows;
}

export async function countMessagesToParse(
  tx: TenantTx,
  connectionId: ConnectionId,
  scope: { readonly among: ReparseScope; readonly parserVersion: number },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM hw.messages
     WHERE tenant_id = $1 AND connection_id = $2 AND ${isMeant('$3', '$4')}`,
    [tx.tenantId, connectionId, scope.among, scope.parserVersion],
  );
  return rows[0]?.count ?? 0;
}

/** How many messages of the connection are of unknown kind. */
export async function countUnknown(tx: TenantTx, connectionId: ConnectionId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM hw.messages WHERE tenant_id = $1 AND connection_id = $2 AND kind = 'unknown'`,
    [tx.tenantId, connectionId],
  );
  return rows[0]?.count ?? 0;
}

import type { AccessCondition, ConversationId, ExportId, MessageId, PersonKey, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { selectionSql } from '../conditions/selection-sql.ts';
import type { UnansweredRule } from '../conditions/unanswered-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import { MESSAGE_COLUMNS, type MessageRow } from '../messages/message-row.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { filtersOf, type StoredSelection } from './export-row.ts';

/** Forgets a list that an interrupted build left half made. */
export async function clearSelection(tx: TenantTx, exportId: ExportId): Promise<void> {
  await tx.query('DELETE FROM hw.export_messages WHERE tenant_id = $1 AND export_id = $2', [tx.tenantId, exportId]);
}

/**
 * Freezes every visible message of a selection archived up to `archivedUntil`; of `among` only, when given (messages that
 * were found by words, opened and matched).
 */
export async function freezeSelection(
  tx: TenantTx,
  exportId: ExportId,
  frozen: {
    selection: StoredSelection;
    /** Needed where the selection is of unanswered messages. */
    unanswered?: UnansweredRule | undefined;
    access: AccessCondition;
    archivedUntil: UnixMs;
    among: readonly MessageId[] | null;
  },
): Promise<void> {
  const { access, archivedUntil, among, unanswered } = frozen;
  const filters = filtersOf(frozen.selection);
  const selection = unanswered === undefined ? filters : { ...filters, unanswered };
  const values = new SqlValues();
  await tx.query(
    `INSERT INTO hw.export_messages (tenant_id, export_id, conversation_id, sent_at, message_id)
     SELECT m.tenant_id, ${values.add(exportId)}::uuid, m.conversation_id, m.sent_at, m.message_id
     FROM hw.messages m
     WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.archived_at <= ${values.add(new Date(archivedUntil))}
       AND ${selectionSql(selection, 'm', values)} AND ${accessSql(access, 'm', values, true)}
       AND ${among === null ? 'true' : `m.message_id = ANY(${values.add(among)}::uuid[])`}
       AND ${dialogSql(frozen.selection, 'm', values)}
     ON CONFLICT DO NOTHING`,
    values.all,
  );
}

/** That a message is on the list of the selection's dialog, where it names one. */
function dialogSql({ dialogId }: StoredSelection, alias: string, values: SqlValues): string {
  if (dialogId === undefined) return 'true';
  return `${alias}.message_id IN (SELECT listed.message_id FROM hw.dialog_messages listed
    WHERE listed.tenant_id = ${alias}.tenant_id AND listed.dialog_id = ${values.add(dialogId)})`;
}

export interface SelectionCount {
  readonly messages: number;
  readonly media: number;
}

export async function countSelection(tx: TenantTx, exportId: ExportId): Promise<SelectionCount> {
  const { rows } = await tx.query<SelectionCount>(
    `SELECT count(*)::int AS messages, coalesce(sum(files.n), 0)::int AS media
     FROM hw.export_messages x
     LEFT JOIN LATERAL (SELECT count(*) AS n FROM hw.media f WHERE f.tenant_id = x.tenant_id AND f.message_id = x.message_id) files ON true
     WHERE x.tenant_id = $1 AND x.export_id = $2`,
    [tx.tenantId, exportId],
  );
  return rows[0] ?? { messages: 0, media: 0 };
}

export interface SelectedConversation {
  readonly conversationId: ConversationId;
  readonly messages: number;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

/** The conversations of a frozen selection, by id. */
export async function listSelectedConversations(
  tx: TenantTx,
  exportId: ExportId,
): Promise<readonly SelectedConversation[]> {
  const { rows } = await tx.query<SelectedConversation>(
    `SELECT conversation_id AS "conversationId", count(*)::int AS messages, min(sent_at) AS "firstAt", max(sent_at) AS "lastAt"
     FROM hw.export_messages WHERE tenant_id = $1 AND export_id = $2 GROUP BY conversation_id ORDER BY conversation_id`,
    [tx.tenantId, exportId],
  );
  return rows;
}

/** Who took part in the selected messages of one conversation: not everybody who was ever in it. */
export async function listSelectedPeople(
  tx: TenantTx,
  exportId: ExportId,
  conversationId: ConversationId,
): Promise<readonly PersonKey[]> {
  const { rows } = await tx.query<{ personKey: PersonKey }>(
    `SELECT DISTINCT p.person_key AS "personKey" FROM hw.export_messages x
     JOIN hw.participants p ON p.tenant_id = x.tenant_id AND p.message_id = x.message_id
     WHERE x.tenant_id = $1 AND x.export_id = $2 AND x.conversation_id = $3 ORDER BY 1`,
    [tx.tenantId, exportId, conversationId],
  );
  return rows.map((row) => row.personKey);
}

/** Messages of one conversation of a frozen selection, oldest first, after (newer than) `after`. */
export async function listSelectedMessages(
  tx: TenantTx,
  exportId: ExportId,
  conversationId: ConversationId,
  after: { sentAt: UnixMs; messageId: MessageId } | null,
  limit: number,
): Promise<readonly MessageRow[]> {
  const values = new SqlValues();
  const conditions = [
    `x.tenant_id = ${values.add(tx.tenantId)}`,
    `x.export_id = ${values.add(exportId)}`,
    `x.conversation_id = ${values.add(conversationId)}`,
  ];
  if (after !== null) {
    conditions.push(
      `(x.sent_at, x.message_id) > (${values.add(new Date(after.sentAt))}, ${values.add(after.messageId)}::uuid)`,
    );
  }
  const { rows } = await tx.query<MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} FROM hw.export_messages x
     JOIN hw.messages m ON m.tenant_id = x.tenant_id AND m.message_id = x.message_id
     WHERE ${conditions.join(' AND ')} ORDER BY x.sent_at, x.message_id LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}

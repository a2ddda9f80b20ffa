import type { Direction, MessageId, MessageKind } from '@highwater/domain';
import { unpackFacts } from '../search-tokens/pack-facts.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A stretch of messages and rows of the index, in the order of their ids. */
export interface ComparedStretch {
  /** Of messages that exist. */
  readonly messageIds: readonly MessageId[];
  /** Messages without a row. */
  readonly missing: readonly MessageId[];
  /** Rows without a message. */
  readonly extra: readonly MessageId[];
  /** Rows that say another time, kind or direction than their message, or are of a version that knew less. */
  readonly differing: readonly MessageId[];
  /** Where the next stretch begins; null when this was the last. */
  readonly last: MessageId | null;
}

/**
 * Compares messages with the rows of the index, up to `limit` of either, in one statement: what is added meanwhile is
 * in both or in neither.
 */
export async function compareIndex(tx: TenantTx, after: MessageId | null, limit: number): Promise<ComparedStretch> {
  const { rows } = await tx.query<ComparedRow & { readonly last: MessageId | null }>(
    `WITH m AS MATERIALIZED (SELECT message_id, sent_at, kind, direction FROM hw.messages
         WHERE tenant_id = $1 AND ($2::uuid IS NULL OR message_id > $2) ORDER BY message_id LIMIT $3),
       t AS MATERIALIZED (SELECT message_id, sent_at, facts FROM hw.search_tokens
         WHERE tenant_id = $1 AND ($2::uuid IS NULL OR message_id > $2) ORDER BY message_id LIMIT $3),
       -- Behind the end of a list that is cut, nothing is known.
       edge AS (SELECT least((SELECT message_id FROM m ORDER BY message_id OFFSET $3 - 1 LIMIT 1),
         (SELECT message_id FROM t ORDER BY message_id OFFSET $3 - 1 LIMIT 1)) AS last)
     SELECT message_id AS id, edge.last, m.kind, m.direction, t.facts, m.sent_at IS NOT NULL AS "isMessage",
       t.sent_at IS NOT NULL AS "isRow", coalesce(m.sent_at <> t.sent_at, false) AS "isOtherTime"
     FROM m FULL JOIN t USING (message_id) CROSS JOIN edge
     WHERE edge.last IS NULL OR message_id <= edge.last ORDER BY message_id`,
    [tx.tenantId, after, limit],
  );
  const idsOf = (isMeant: (row: ComparedRow) => boolean): MessageId[] => rows.filter(isMeant).map(({ id }) => id);
  return {
    messageIds: idsOf(({ isMessage }) => isMessage),
    missing: idsOf(({ isRow }) => !isRow),
    extra: idsOf(({ isMessage }) => !isMessage),
    differing: idsOf((row) => row.isMessage && row.isRow && isOtherwise(row)),
    last: rows[0]?.last ?? null,
  };
}

interface ComparedRow {
  readonly id: MessageId;
  readonly isMessage: boolean;
  readonly isRow: boolean;
  readonly isOtherTime: boolean;
  readonly kind: MessageKind | null;
  readonly direction: Direction | null;
  /** Null in a row of a version that had none. */
  readonly facts: number | null;
}

function isOtherwise({ isOtherTime, kind, direction, facts }: ComparedRow): boolean {
  if (isOtherTime || facts === null) return true;
  const said = unpackFacts(facts);
  return said.kind !== kind || said.direction !== direction;
}

/** Takes away those rows of the index that have no message. Returns how many there were. */
export async function deleteExtraTokens(tx: TenantTx, messageIds: readonly MessageId[]): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM hw.search_tokens t WHERE t.tenant_id = $1 AND t.message_id = ANY($2::uuid[])
       AND NOT EXISTS (SELECT FROM hw.messages m WHERE m.tenant_id = $1 AND m.message_id = t.message_id)`,
    [tx.tenantId, messageIds],
  );
  return rowCount;
}

import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface SeenTag {
  readonly tagId: string;
  readonly groupName: string;
  readonly name: string;
  readonly isDeleted: boolean;
}

/** The company's customer tags, listed whole. One that is missing counts as deleted; its name stays. */
export async function saveCustomerTags(
  tx: TenantTx,
  connectionId: ConnectionId,
  tags: readonly SeenTag[],
  at: UnixMs,
): Promise<void> {
  const values = [tx.tenantId, connectionId, new Date(at)];
  await tx.query(
    `INSERT INTO hw.customer_tags (tenant_id, connection_id, tag_id, group_name, name, is_deleted, seen_at)
     SELECT $1, $2, "tagId", "groupName", name, "isDeleted", $3
     FROM jsonb_to_recordset($4::jsonb) AS t ("tagId" text, "groupName" text, name text, "isDeleted" boolean)
     ON CONFLICT (tenant_id, connection_id, tag_id) DO UPDATE
     SET group_name = excluded.group_name, name = excluded.name, is_deleted = excluded.is_deleted, seen_at = excluded.seen_at`,
    [...values, JSON.stringify([...new Map(tags.map((tag) => [tag.tagId, tag])).values()])],
  );
  await tx.query(
    `UPDATE hw.customer_tags SET is_deleted = true WHERE tenant_id = $1 AND connection_id = $2 AND seen_at <> $3`,
    values,
  );
  // Relations that were looked at before their tags had names.
  await tx.query(
    `UPDATE hw.follows f SET tags = ARRAY(SELECT coalesce(t.name, tag) FROM unnest(f.tags) WITH ORDINALITY AS u (tag, place)
       LEFT JOIN hw.customer_tags t ON t.tenant_id = $1 AND t.connection_id = $2 AND t.tag_id = tag ORDER BY place)
     WHERE f.tenant_id = $1 AND f.connection_id = $2
       AND f.tags && (SELECT coalesce(array_agg(tag_id), '{}') FROM hw.customer_tags WHERE tenant_id = $1 AND connection_id = $2)`,
    [tx.tenantId, connectionId],
  );
}

/** Names of tags by id; unknown ones are missing. */
export async function listTagNames(
  tx: TenantTx,
  connectionId: ConnectionId,
  tagIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `SELECT tag_id AS id, name FROM hw.customer_tags
     WHERE tenant_id = $1 AND connection_id = $2 AND tag_id = ANY($3::text[])`,
    [tx.tenantId, connectionId, tagIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

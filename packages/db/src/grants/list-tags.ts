import type { TenantTx } from '../transactions/in-tenant.ts';
import type { TagPlace } from './grant-terms.ts';

export interface CustomerTagRow extends TagPlace {
  readonly groupName: string;
  readonly name: string;
  readonly isDeleted: boolean;
}

const SELECT = `SELECT t.connection_id AS "connectionId", t.tag_id AS "tagId", t.group_name AS "groupName", t.name,
    t.is_deleted AS "isDeleted" FROM hw.customer_tags t WHERE t.tenant_id = $1`;

/** Customer tags that exist, by group and name. */
export async function listCustomerTags(tx: TenantTx, limit: number): Promise<readonly CustomerTagRow[]> {
  const { rows } = await tx.query<CustomerTagRow>(
    `${SELECT} AND NOT t.is_deleted ORDER BY t.group_name, t.name, t.connection_id, t.tag_id LIMIT $2`,
    [tx.tenantId, limit],
  );
  return rows;
}

/** These tags, deleted ones included; unknown ones are left out. */
export async function listTagsByPlace(tx: TenantTx, tags: readonly TagPlace[]): Promise<readonly CustomerTagRow[]> {
  if (tags.length === 0) return [];
  const { rows } = await tx.query<CustomerTagRow>(
    `${SELECT} AND EXISTS (SELECT FROM unnest($2::uuid[], $3::text[]) AS named (connection_id, tag_id)
       WHERE named.connection_id = t.connection_id AND named.tag_id = t.tag_id)
     ORDER BY t.group_name, t.name, t.connection_id, t.tag_id`,
    [tx.tenantId, tags.map(({ connectionId }) => connectionId), tags.map(({ tagId }) => tagId)],
  );
  return rows;
}

import type { PersonKey } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { TagPlace } from './grant-terms.ts';

/** Tags, each with the customers that carry it now, in order. A tag that nobody carries is left out. */
export type TaggedCustomers = readonly (TagPlace & { readonly customers: readonly PersonKey[] })[];

/**
 * Who carries these tags: with whichever employee, as of the last look. Relations keep the names of their tags, so a tag
 * counts wherever its name of today stands, also as an employee's own tag; one that was deleted is carried by nobody.
 */
export async function listTagged(tx: TenantTx, tags: readonly TagPlace[]): Promise<TaggedCustomers> {
  if (tags.length === 0) return [];
  const { rows } = await tx.query<TaggedCustomers[number]>(
    `SELECT t.connection_id AS "connectionId", t.tag_id AS "tagId",
       array_agg(DISTINCT f.external_key ORDER BY f.external_key) AS customers
     FROM (SELECT DISTINCT connection_id, tag_id FROM unnest($2::uuid[], $3::text[]) AS named (connection_id, tag_id)) named
     JOIN hw.customer_tags t ON t.tenant_id = $1 AND t.connection_id = named.connection_id AND t.tag_id = named.tag_id
       AND NOT t.is_deleted
     JOIN hw.follows f ON f.tenant_id = $1 AND f.connection_id = t.connection_id AND f.ended_by IS NULL
       AND (t.name = ANY(f.tags) OR t.tag_id = ANY(f.tags))
     GROUP BY t.connection_id, t.tag_id ORDER BY t.connection_id, t.tag_id`,
    [tx.tenantId, tags.map(({ connectionId }) => connectionId), tags.map(({ tagId }) => tagId)],
  );
  return rows;
}

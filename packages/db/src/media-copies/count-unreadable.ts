import type { TenantTx } from '../transactions/in-tenant.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** Types whose text the maker of copies takes. */
export const READ_TYPES = [
  'application/pdf',
  `${OFFICE}wordprocessingml.document`,
  `${OFFICE}spreadsheetml.sheet`,
  'text/plain',
] as const;
/** Documents that nothing here takes a text from: presentations, and the office formats of before 2007. */
export const UNREAD_TYPES = [`${OFFICE}presentationml.presentation`, 'application/x-ole-storage'] as const;

/**
 * Stored documents, each content once, whose text cannot be searched: the maker got none, has not been at them yet, or
 * cannot read their format.
 */
export async function countUnreadableFiles(tx: TenantTx): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT (
       (SELECT count(*) FROM hw.media_copies WHERE tenant_id = $1 AND copy = 'text' AND state = 'absent')
       + (SELECT count(*) FROM hw.contents WHERE tenant_id = $1 AND content_type = ANY($2::text[]) AND copies_version = 0
            AND state = 'stored')
       + (SELECT count(*) FROM hw.contents WHERE tenant_id = $1 AND content_type = ANY($3::text[]) AND state = 'stored')
     )::int AS count`,
    [tx.tenantId, READ_TYPES, UNREAD_TYPES],
  );
  return rows[0]?.count ?? 0;
}

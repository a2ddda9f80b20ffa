import type { AccessCondition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Read, or without words at all: the common ones by name, so that the planner can tell how few others there are. */
const COMMON_TYPES = `{application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/plain,image/jpeg,image/png,image/gif,image/webp,audio/amr,audio/silk,video/mp4}`;

/**
 * Documents that no maker has been at, and those of types without a text: the words of the index `contents_unread`,
 * letter by letter. A type that gains a text needs no other words here; the index is larger then.
 */
const IS_SUSPECT = `c.state = 'stored' AND (c.copies_version = 0 OR c.content_type <> ALL ('${COMMON_TYPES}'::text[]))
  AND NOT c.content_type ^@ 'image/' AND NOT c.content_type ^@ 'audio/' AND NOT c.content_type ^@ 'video/'`;

/**
 * Files that people sent as files and whose text cannot be searched, with `media_id` and why, `fault`: not here, here
 * without a text (the maker got none, has not been at it, or has no decoder for the type). Each content once, by one of
 * its files that the reader may see. `tenant` is the tenant's placeholder.
 *
 * Under row-level security nobody can tell beforehand how few they are: written so that each is looked up by itself.
 */
export function unreadableSql(tenant: string, access: AccessCondition, values: SqlValues): string {
  const seen = accessSql(access, 'file', values);
  return `SELECT file.media_id, coalesce(file.fault, 'media.pending') AS fault FROM hw.media file
    WHERE file.tenant_id = ${tenant} AND file.media_kind = 'file' AND file.sha256 IS NULL AND ${seen}
    UNION ALL SELECT one.media_id, lack.fault FROM (
      SELECT t.sha256, t.fault FROM hw.media_copies t
        WHERE t.tenant_id = ${tenant} AND t.copy = 'text' AND t.state = 'absent'
      UNION ALL SELECT c.sha256, CASE WHEN c.copies_version = 0 THEN 'copy.pending' ELSE 'copy.no_decoder' END
        FROM hw.contents c WHERE c.tenant_id = ${tenant} AND ${IS_SUSPECT}
          AND (SELECT CASE WHEN t.state = 'made' THEN c.copies_version = 0 ELSE false END FROM hw.media_copies t
            WHERE t.tenant_id = c.tenant_id AND t.sha256 = c.sha256 AND t.copy = 'text') IS NOT FALSE
      ) lack CROSS JOIN LATERAL (SELECT file.media_id FROM hw.media file
        WHERE file.tenant_id = ${tenant} AND file.sha256 = lack.sha256 AND file.media_kind = 'file' AND ${seen}
        ORDER BY file.media_id DESC LIMIT 1) one`;
}

/** How many files of the archive have no text that can be searched; those that `unreadableSql` gives one by one. */
export async function countUnreadableFiles(tx: TenantTx): Promise<number> {
  const values = new SqlValues();
  const unreadable = unreadableSql(values.add(tx.tenantId), { kind: 'all' }, values);
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (${unreadable}) unread`,
    values.all,
  );
  return rows[0]?.count ?? 0;
}

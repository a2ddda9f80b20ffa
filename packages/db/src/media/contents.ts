import type { TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Bytes of files, once per tenant. */
export interface NewContent {
  readonly sha256: string;
  readonly objectName: string;
  /** Bytes before sealing. */
  readonly size: number;
  readonly md5: string;
  readonly contentType: string;
}

export interface ContentPlace {
  readonly objectName: string;
  /** `writing`: the caller puts the object and says so; `removing`: it has to wait until the row is gone. */
  readonly state: 'writing' | 'stored' | 'removing';
}

/**
 * Written before a content's object, so that no object is ever unknown. Two that write the same content at once write
 * the same bytes under the same name.
 */
export async function beginContent(tx: TenantTx, content: NewContent, now: UnixMs): Promise<ContentPlace> {
  const { rows } = await tx.query<ContentPlace>(
    `INSERT INTO hw.contents AS c (tenant_id, sha256, object_name, size, md5, content_type, state, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'writing', $7)
     ON CONFLICT (tenant_id, sha256) DO UPDATE
     SET begun_at = CASE WHEN c.state = 'writing' THEN greatest(c.begun_at, excluded.begun_at) ELSE c.begun_at END
     RETURNING object_name AS "objectName", state`,
    [tx.tenantId, content.sha256, content.objectName, content.size, content.md5, content.contentType, new Date(now)],
  );
  const [place] = rows;
  if (place === undefined) throw new RangeError('a content that was added is there');
  return place;
}

/** The content's object is in the store. False when the row was taken away meanwhile. */
export async function finishContent(tx: TenantTx, sha256: string, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.contents SET state = 'stored', stored_at = coalesce(stored_at, $3)
     WHERE tenant_id = $1 AND sha256 = $2 AND state IN ('writing', 'stored')`,
    [tx.tenantId, sha256, new Date(now)],
  );
  return rowCount === 1;
}

/** Contents whose write began before a time and did not come to its end. */
export async function listUnfinishedContents(
  tx: PlatformTx,
  before: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly sha256: string }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; sha256: string }>(
    `SELECT tenant_id AS "tenantId", sha256 FROM hw.contents WHERE state <> 'stored' AND begun_at < $1
     ORDER BY begun_at LIMIT $2`,
    [new Date(before), limit],
  );
  return rows;
}

/** Takes an unfinished content, so that its object can be deleted. Undefined when somebody writes it after all. */
export async function startRemovingContent(tx: TenantTx, sha256: string, before: UnixMs): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>(
    `UPDATE hw.contents SET state = 'removing'
     WHERE tenant_id = $1 AND sha256 = $2 AND state <> 'stored' AND begun_at < $3 RETURNING object_name AS name`,
    [tx.tenantId, sha256, new Date(before)],
  );
  return rows[0]?.name;
}

/** Its object was deleted. */
export async function removeContent(tx: TenantTx, sha256: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM hw.contents WHERE tenant_id = $1 AND sha256 = $2 AND state = 'removing'`,
    [tx.tenantId, sha256],
  );
  return rowCount === 1;
}

/** Tenants with files that were stored by code that knew no contents. */
export async function listTenantsWithoutContents(tx: PlatformTx, limit: number): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT DISTINCT tenant_id AS "tenantId" FROM hw.media WHERE state = 'stored' AND md5_state IS NULL LIMIT $1`,
    [limit],
  );
  return rows.map((row) => row.tenantId);
}

/**
 * Makes contents of files that were stored without: their objects stay where they are, of equal ones the first stands for
 * the content. Returns how many files it looked at.
 */
export async function adoptContents(tx: TenantTx, limit: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `WITH old AS (
       SELECT media_id, sha256, object_name, size, content_type, stored_at FROM hw.media
       WHERE tenant_id = $1 AND state = 'stored' AND md5_state IS NULL ORDER BY media_id LIMIT $2 FOR UPDATE SKIP LOCKED),
     made AS (
       INSERT INTO hw.contents (tenant_id, sha256, object_name, size, content_type, state, begun_at, stored_at)
       SELECT DISTINCT ON (sha256) $1::uuid, sha256, object_name, size, content_type, 'stored', stored_at, stored_at
       FROM old WHERE sha256 IS NOT NULL AND object_name IS NOT NULL ORDER BY sha256, stored_at, media_id
       ON CONFLICT DO NOTHING),
     told AS (
       UPDATE hw.media m SET md5_state = CASE WHEN m.fault IS NOT NULL THEN 'differed'
         WHEN coalesce(m.expected_md5, '') = '' THEN 'absent' ELSE 'agreed' END
       FROM old WHERE m.tenant_id = $1 AND m.media_id = old.media_id)
     SELECT count(*)::int AS count FROM old`,
    [tx.tenantId, limit],
  );
  return rows[0]?.count ?? 0;
}

/** An object that a row stands for. One that is not `whole` may be on its way into the store or out of it. */
export interface KnownObject {
  readonly name: string;
  readonly isWhole: boolean;
}

/** All objects that a tenant's rows stand for, segments of unfinished files excepted. */
export async function listKnownObjects(tx: TenantTx): Promise<readonly KnownObject[]> {
  const { rows } = await tx.query<KnownObject>(
    `SELECT name, bool_or(whole) AS "isWhole" FROM (
       SELECT object_name, state = 'stored' FROM hw.contents WHERE tenant_id = $1
       UNION SELECT object_name, true FROM hw.media WHERE tenant_id = $1
       UNION SELECT object_name, true FROM hw.media_copies WHERE tenant_id = $1
       UNION SELECT object_name, false FROM hw.exports WHERE tenant_id = $1) AS known (name, whole)
     WHERE name IS NOT NULL GROUP BY name ORDER BY name`,
    [tx.tenantId],
  );
  return rows;
}

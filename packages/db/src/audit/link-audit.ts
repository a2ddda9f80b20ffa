import { auditLeaf, chainHash, CHAIN_START, type AuditFacts, type AuditPlace } from '@highwater/crypto';
import type { TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { AUDIT_FACTS } from './audit-facts.ts';

/** A place of the tenant's chain, its end when no position is named; undefined when it is not there. */
export async function findAuditPlace(tx: TenantTx, position: number | null): Promise<AuditPlace | undefined> {
  const { rows } = await tx.query<AuditPlace>(
    `SELECT position::int AS position, encode(hash, 'hex') AS hash FROM hw.audit_chain
     WHERE tenant_id = $1 AND ($2::bigint IS NULL OR position = $2) ORDER BY position DESC LIMIT 1`,
    [tx.tenantId, position],
  );
  return rows[0];
}

/**
 * Links up to `limit` committed rows that have no link yet and answers how many. Rows become visible in another order than
 * their times say, so each is linked when it is seen. Two at once wait for each other: none is linked twice.
 */
export async function linkAudit(tx: TenantTx, now: UnixMs, limit: number): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit chain ${tx.tenantId}`]);
  const { rows } = await tx.query<AuditFacts>(
    `SELECT * FROM (SELECT ${AUDIT_FACTS} FROM hw.audit_pending p
       JOIN hw.audit a ON a.tenant_id = p.tenant_id AND a.audit_id = p.audit_id WHERE p.tenant_id = $1 LIMIT $2) found
     ORDER BY "atMicros"::bigint, "auditId"`,
    [tx.tenantId, limit],
  );
  if (rows.length === 0) return 0;
  const before = (await findAuditPlace(tx, null)) ?? { position: 0, hash: CHAIN_START };
  const links: { leaf: string; hash: string }[] = [];
  for (const facts of rows) {
    const leaf = auditLeaf(tx.tenantId, facts);
    links.push({ leaf, hash: chainHash(links.at(-1)?.hash ?? before.hash, leaf) });
  }
  const ids = rows.map(({ auditId }) => auditId);
  await tx.query(
    `INSERT INTO hw.audit_chain (tenant_id, position, audit_id, leaf, hash, linked_at)
     SELECT $1, $2 + n, audit_id, decode(leaf, 'hex'), decode(hash, 'hex'), $6
     FROM unnest($3::uuid[], $4::text[], $5::text[]) WITH ORDINALITY AS link (audit_id, leaf, hash, n)`,
    [tx.tenantId, before.position, ids, links.map(({ leaf }) => leaf), links.map(({ hash }) => hash), new Date(now)],
  );
  await tx.query('DELETE FROM hw.audit_pending WHERE tenant_id = $1 AND audit_id = ANY($2::uuid[])', [
    tx.tenantId,
    ids,
  ]);
  return rows.length;
}

/** Tenants with rows that are not linked yet. */
export async function listAuditsToLink(tx: PlatformTx, limit: number): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT t.tenant_id AS "tenantId" FROM hw.tenants t
     WHERE EXISTS (SELECT FROM hw.audit_pending p WHERE p.tenant_id = t.tenant_id) LIMIT $1`,
    [limit],
  );
  return rows.map(({ tenantId }) => tenantId);
}

import type { AuditFacts, AuditLink } from '@highwater/crypto';
import type { UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { AUDIT_FACTS, factsOf } from './audit-facts.ts';
import { auditConditions, EVERY_LINE, type AuditFilter } from './audit-filter.ts';

/**
 * Links after a position, in their order, each with its row and the checkpoints that were signed there. Rows that a filter
 * does not name are withheld.
 */
export async function listAuditLinks(
  tx: TenantTx,
  after: number,
  limit: number,
  filter: AuditFilter = EVERY_LINE,
): Promise<readonly AuditLink[]> {
  const values = new SqlValues();
  for (const value of [tx.tenantId, after, limit]) values.add(value);
  const chosen = auditConditions(filter, values);
  const { rows } = await tx.query<
    Omit<AuditLink, 'facts'> & AuditFacts & { isThere: boolean; isChosen: boolean; linkedId: string }
  >(
    `SELECT ${AUDIT_FACTS}, a.audit_id IS NOT NULL AS "isThere", c.position::int AS position, c.audit_id AS "linkedId",
       coalesce(${chosen.length === 0 ? 'true' : chosen.join(' AND ')}, false) AS "isChosen",
       encode(c.leaf, 'hex') AS leaf, encode(c.hash, 'hex') AS hash,
       ARRAY(SELECT k.line FROM hw.audit_checkpoints k WHERE k.tenant_id = c.tenant_id AND k.position = c.position
         ORDER BY k.slot_at) AS checkpoints
     FROM hw.audit_chain c LEFT JOIN hw.audit a ON a.tenant_id = c.tenant_id AND a.audit_id = c.audit_id
     WHERE c.tenant_id = $1 AND c.position > $2 ORDER BY c.position LIMIT $3`,
    values.all,
  );
  return rows.map(({ position, linkedId, leaf, hash, checkpoints, isThere, isChosen, ...row }) => ({
    position,
    auditId: linkedId,
    leaf,
    hash,
    checkpoints,
    facts: !isThere ? null : isChosen ? factsOf(row) : 'withheld',
  }));
}

export interface UnlinkedPage {
  readonly after: string | null;
  /** Later rows are not asked about. */
  readonly until: UnixMs;
  readonly limit: number;
}

/** The first and the last place of lines from a stretch of time; undefined when none of it is linked. */
export async function findAuditRange(
  tx: TenantTx,
  { from, until }: { readonly from: UnixMs | null; readonly until: UnixMs | null },
): Promise<{ readonly first: number; readonly last: number } | undefined> {
  const { rows } = await tx.query<{ first: number | null; last: number | null }>(
    from === null && until === null
      ? `SELECT min(c.position)::int AS first, max(c.position)::int AS last FROM hw.audit_chain c WHERE c.tenant_id = $1
           AND $2::timestamptz IS NULL AND $3::timestamptz IS NULL`
      : `SELECT min(c.position)::int AS first, max(c.position)::int AS last
         FROM hw.audit a JOIN hw.audit_chain c ON c.tenant_id = a.tenant_id AND c.audit_id = a.audit_id
         WHERE a.tenant_id = $1 AND ($2::timestamptz IS NULL OR a.at >= $2) AND ($3::timestamptz IS NULL OR a.at < $3)`,
    [tx.tenantId, from === null ? null : new Date(from), until === null ? null : new Date(until)],
  );
  const [{ first, last } = { first: null, last: null }] = rows;
  return first === null || last === null ? undefined : { first, last };
}

/** Of the next `limit` rows after an id those that have no link, and the last id looked at; null at the end. */
export async function listUnlinkedAudit(
  tx: TenantTx,
  page: UnlinkedPage,
): Promise<{ readonly rows: readonly { auditId: string; at: UnixMs }[]; readonly last: string | null }> {
  const { rows } = await tx.query<{ auditId: string; at: UnixMs; isLinked: boolean }>(
    `SELECT a.audit_id AS "auditId", a.at, c.audit_id IS NOT NULL AS "isLinked"
     FROM (SELECT tenant_id, audit_id, at FROM hw.audit WHERE tenant_id = $1 AND ($2::uuid IS NULL OR audit_id > $2)
       ORDER BY audit_id LIMIT $3) a
     LEFT JOIN hw.audit_chain c ON c.tenant_id = a.tenant_id AND c.audit_id = a.audit_id ORDER BY a.audit_id`,
    [tx.tenantId, page.after, page.limit],
  );
  const unlinked = rows.filter(({ isLinked, at }) => !isLinked && at <= page.until);
  return {
    rows: unlinked.map(({ auditId, at }) => ({ auditId, at })),
    last: rows.length < page.limit ? null : (rows.at(-1)?.auditId ?? null),
  };
}

/** Ids that were noted to be linked and whose rows are gone. */
export async function listLostAudit(tx: TenantTx, limit: number): Promise<readonly string[]> {
  const { rows } = await tx.query<{ auditId: string }>(
    `SELECT p.audit_id AS "auditId" FROM hw.audit_pending p WHERE p.tenant_id = $1
       AND NOT EXISTS (SELECT FROM hw.audit a WHERE a.tenant_id = p.tenant_id AND a.audit_id = p.audit_id) LIMIT $2`,
    [tx.tenantId, limit],
  );
  return rows.map(({ auditId }) => auditId);
}

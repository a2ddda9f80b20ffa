import type { Fault, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A company that has the outside index on. */
export interface OutsideIndex {
  readonly tenantId: TenantId;
  /** Generations that hold all of its messages. */
  readonly filled: readonly string[];
  readonly version: number;
}

/**
 * Switches the outside index on or off; false when it is so already. Waits for the transactions that write messages:
 * they saw the old state, and what they write is then either fed or filled in.
 */
export async function switchTypesense(tx: TenantTx, on: boolean, now: UnixMs): Promise<boolean> {
  await tx.query('SELECT FROM hw.index_states WHERE tenant_id = $1 FOR UPDATE', [tx.tenantId]);
  const { rowCount } = await tx.query(
    `UPDATE hw.index_states SET typesense_on = $2, typesense_leaving = NOT $2, typesense_changed_at = $3,
       typesense_filled = '{}', typesense_fault = NULL, typesense_stops = 0, typesense_drift = 0, typesense_checked_at = NULL,
       typesense_documents = 0, typesense_next_at = $3
     WHERE tenant_id = $1 AND typesense_on <> $2`,
    [tx.tenantId, on, new Date(now)],
  );
  return rowCount === 1;
}

/** A generation holds all of the company's messages now. */
export async function markFilled(tx: TenantTx, generation: string, version: number): Promise<void> {
  await tx.query(
    `UPDATE hw.index_states SET typesense_version = $3,
       typesense_filled = CASE WHEN $2 = ANY(typesense_filled) THEN typesense_filled ELSE typesense_filled || $2 END
     WHERE tenant_id = $1 AND typesense_on`,
    [tx.tenantId, generation, version],
  );
}

/** Only these generations exist any more. */
export async function keepFilled(tx: TenantTx, generations: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE hw.index_states SET typesense_filled = ARRAY(SELECT g FROM unnest(typesense_filled) AS g WHERE g = ANY($2::text[]))
     WHERE tenant_id = $1 AND NOT typesense_filled <@ $2::text[]`,
    [tx.tenantId, generations],
  );
}

/** Keeps what a comparison with the outside index found, before it mended that. */
export async function saveOutsideLook(
  tx: TenantTx,
  look: { readonly drift: number; readonly documents: number; readonly now: UnixMs; readonly nextAt: UnixMs },
): Promise<void> {
  await tx.query(
    `UPDATE hw.index_states SET typesense_checked_at = $2, typesense_drift = $3, typesense_documents = $4,
       typesense_next_at = $5 WHERE tenant_id = $1`,
    [tx.tenantId, new Date(look.now), look.drift, look.documents, new Date(look.nextAt)],
  );
}

/** Feeding was stopped (or not, with null) and goes on at `nextAt`. Returns how often in a row it was stopped. */
export async function noteOutsideStop(tx: TenantTx, fault: Fault | null, nextAt: UnixMs | null): Promise<number> {
  const { rows } = await tx.query<{ stops: number }>(
    `UPDATE hw.index_states SET typesense_fault = $2, typesense_stops = CASE WHEN $2::text IS NULL THEN 0 ELSE typesense_stops + 1 END,
       typesense_next_at = coalesce($3, typesense_next_at)
     WHERE tenant_id = $1 RETURNING typesense_stops AS stops`,
    [tx.tenantId, fault, nextAt === null ? null : new Date(nextAt)],
  );
  return rows[0]?.stops ?? 0;
}

/**
 * Whether a search may ask the outside index: the company has it on, it holds every message, nothing that changed still
 * waits to be fed, and the server gave no trouble when it was last used.
 */
export async function isOutsideIndexComplete(tx: TenantTx): Promise<boolean> {
  const { rows } = await tx.query<{ complete: boolean }>(
    `SELECT typesense_on AND typesense_filled <> '{}' AND typesense_fault IS NULL
       AND NOT EXISTS (SELECT FROM hw.index_feed f WHERE f.tenant_id = $1) AS complete
     FROM hw.index_states WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return rows[0]?.complete ?? false;
}

/** Whether changes of messages are fed outside. */
export async function isFed(tx: TenantTx): Promise<boolean> {
  const { rows } = await tx.query<{ fed: boolean }>(
    'SELECT typesense_on AS fed FROM hw.index_states WHERE tenant_id = $1',
    [tx.tenantId],
  );
  return rows[0]?.fed ?? false;
}

/** Has the outside index looked after at once, unless the server rests. */
export async function hurryOutside(tx: TenantTx, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.index_states SET typesense_next_at = $2
     WHERE tenant_id = $1 AND typesense_next_at > $2 AND typesense_stops = 0`,
    [tx.tenantId, new Date(now)],
  );
}

/** The company's documents are gone from every generation. */
export async function markLeft(tx: TenantTx): Promise<void> {
  await tx.query(
    `UPDATE hw.index_states SET typesense_leaving = false, typesense_fault = NULL, typesense_stops = 0
     WHERE tenant_id = $1 AND NOT typesense_on`,
    [tx.tenantId],
  );
}

/** Every company that has the outside index on. */
export async function listOutsideIndexes(tx: PlatformTx): Promise<readonly OutsideIndex[]> {
  const { rows } = await tx.query<OutsideIndex>(
    `SELECT tenant_id AS "tenantId", typesense_filled AS filled, typesense_version AS version FROM hw.index_states
     WHERE typesense_on ORDER BY tenant_id`,
  );
  return rows;
}

/** How many documents the outside index had of everybody, as of the last comparisons. */
export async function countOutsideDocuments(tx: PlatformTx): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT coalesce(sum(typesense_documents), 0)::float8 AS count FROM hw.index_states
     WHERE typesense_on AND typesense_filled <> '{}'`,
  );
  return rows[0]?.count ?? 0;
}

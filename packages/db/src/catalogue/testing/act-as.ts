import type { TenantId } from '@highwater/domain';
import { FaultError } from '@highwater/domain';
import type pg from 'pg';
import type { TenantTx } from '../../index.ts';
import { refused } from './isolation-case.ts';
import { runnerOf } from './open-superuser.ts';

export interface Actor {
  /** The tenant that the code names. */
  readonly names: TenantId;
  /** The tenant to which row-level security holds hw_app; null for a superuser, for whom there is none. */
  readonly heldTo: TenantId | null;
}

/**
 * Runs `work` as `actor`, says what it gave and in which tables rows of `watched` changed, and takes everything back.
 * The superuser looks at the rows before and after.
 */
export async function actAs(
  superuser: pg.Pool,
  actor: Actor,
  watched: TenantId,
  work: (tx: TenantTx) => Promise<unknown>,
): Promise<{ outcome: unknown; changed: readonly string[] }> {
  const client = await superuser.connect();
  const runner = runnerOf(client);
  try {
    await client.query('BEGIN');
    const before = await readRows(client, watched);
    if (actor.heldTo !== null) {
      await client.query('SET LOCAL ROLE hw_app');
      await client.query("SELECT set_config('hw.tenant', $1, true)", [actor.heldTo]);
    }
    await client.query('SAVEPOINT work');
    let outcome: unknown;
    try {
      outcome = await work({ query: runner.query, tenantId: actor.names });
    } catch (error) {
      await client.query('ROLLBACK TO SAVEPOINT work');
      outcome = refused(codeOf(error));
    }
    await client.query('RESET ROLE');
    const after = await readRows(client, watched);
    return { outcome, changed: [...after.keys()].filter((table) => after.get(table) !== before.get(table)) };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

function codeOf(error: unknown): string {
  if (error instanceof FaultError) return error.fault;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

/** A digest of a tenant's rows, by table. */
async function readRows(client: pg.PoolClient, tenantId: TenantId): Promise<ReadonlyMap<string, string>> {
  const tables = await listTenantTables(client);
  const digests = tables.map(
    (table) =>
      `SELECT '${table}' AS name, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM hw.${table} t WHERE tenant_id = $1`,
  );
  const { rows } = await client.query<{ name: string; digest: string }>(digests.join(' UNION ALL '), [tenantId]);
  return new Map(rows.map((row) => [row.name, row.digest]));
}

/** Every table of schema hw with a tenant_id. */
export async function listTenantTables(client: pg.Pool | pg.PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
     WHERE c.relnamespace = 'hw'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

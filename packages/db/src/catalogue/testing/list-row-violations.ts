import type { TenantId } from '@highwater/domain';
import type pg from 'pg';

/** A tenant with a row in every table, and one that must not reach them. */
export interface Neighbours {
  readonly tenantId: TenantId;
  readonly stranger: TenantId;
}

interface TableRights {
  readonly app: { readonly reads: boolean; readonly adds: boolean; readonly removes: boolean; readonly moves: boolean };
  /** A column that hw_app may change. */
  readonly changed: string | null;
  readonly others: readonly string[];
}

/**
 * Where the rows of a table are reached by whom they are not for, or not reached by whom they are for: tried with real
 * statements. One sentence each. The client is a superuser's, in a transaction that is taken back afterwards.
 */
export async function listRowViolations(
  client: pg.PoolClient,
  table: string,
  { tenantId, stranger }: Neighbours,
): Promise<readonly string[]> {
  const violations: string[] = [];
  const { app, changed, others } = await readRights(client, table);
  await client.query('SAVEPOINT whole');
  // A policy must also hold for who is given the right to read some day.
  if (!app.reads) await client.query(`GRANT SELECT (tenant_id) ON hw.${table} TO hw_app`);
  const expect = async (
    sentence: string,
    holds: (outcome: number | string) => boolean,
    probe: Probe,
  ): Promise<void> => {
    const outcome = await runProbe(client, probe);
    if (!holds(outcome)) violations.push(`${table}: ${sentence} (${outcome})`);
  };
  const some = (outcome: number | string): boolean => typeof outcome === 'number' && outcome > 0;
  const none = (outcome: number | string): boolean => outcome === 0;
  const refused = (outcome: number | string): boolean => outcome === '42501';
  const theirs = `hw.${table} WHERE tenant_id = $1`;

  const read = `SELECT FROM ${theirs}`;
  await expect('hw_app reads rows outside a tenant', none, { role: 'hw_app', text: `SELECT FROM hw.${table}` });
  await expect('hw_app reads rows of another tenant', none, {
    role: 'hw_app',
    held: stranger,
    text: read,
    id: tenantId,
  });
  await expect('hw_app does not read its own rows', some, { role: 'hw_app', held: tenantId, text: read, id: tenantId });
  if (app.reads) {
    if (changed !== null) {
      const change = `UPDATE hw.${table} SET ${changed} = NULL WHERE tenant_id = $1`;
      const probe = { role: 'hw_app', held: stranger, text: change, id: tenantId };
      await expect('hw_app changes rows of another tenant', none, probe);
    }
    if (app.removes) {
      const probe = { role: 'hw_app', held: stranger, text: `DELETE FROM ${theirs}`, id: tenantId };
      await expect('hw_app takes away rows of another tenant', none, probe);
    }
    if (app.moves) {
      const text = `UPDATE hw.${table} SET tenant_id = '${stranger}' WHERE tenant_id = $1`;
      const probe = { role: 'hw_app', held: tenantId, text, id: tenantId };
      await expect('hw_app moves rows to another tenant', refused, probe);
    }
  }
  if (app.adds) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT to_json(t)::text AS row FROM hw.${table} t WHERE tenant_id = $1 LIMIT 1`,
      [tenantId],
    );
    const text = `INSERT INTO hw.${table} SELECT * FROM json_populate_record(NULL::hw.${table}, $1::json) ON CONFLICT DO NOTHING`;
    const row = rows[0]?.row ?? '{}';
    await expect('hw_app adds rows for another tenant', refused, { role: 'hw_app', held: stranger, text, id: row });
    await expect('hw_app adds no rows of its own', none, { role: 'hw_app', held: tenantId, text, id: row });
  }
  for (const role of others) {
    await expect(`${role} does not read the rows`, some, { role, text: `SELECT FROM hw.${table}` });
  }
  await expect('the owner of the table reads rows', none, { role: 'hw_migrator', text: `SELECT FROM hw.${table}` });
  await client.query('ROLLBACK TO SAVEPOINT whole');
  return violations;
}

interface Probe {
  readonly role: string;
  /** The tenant to which row-level security holds the role. */
  readonly held?: TenantId;
  readonly text: string;
  /** The one value of the statement. */
  readonly id?: string;
}

/** How many rows a statement reached, or PostgreSQL's code of the refusal; leaves nothing behind. */
async function runProbe(client: pg.PoolClient, { role, held, text, id }: Probe): Promise<number | string> {
  await client.query(`SAVEPOINT probe; SET LOCAL ROLE ${role}; SET LOCAL hw.tenant = '${held ?? ''}'`);
  try {
    return (await client.query(text, id === undefined ? [] : [id])).rowCount ?? 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT probe');
  }
}

async function readRights(client: pg.PoolClient, table: string): Promise<TableRights> {
  const { rows } = await client.query<TableRights['app'] & Omit<TableRights, 'app'>>(
    `SELECT has_column_privilege('hw_app', c.oid, 'tenant_id', 'SELECT') AS reads,
       has_table_privilege('hw_app', c.oid, 'INSERT') AS adds,
       has_table_privilege('hw_app', c.oid, 'DELETE') AS removes,
       has_column_privilege('hw_app', c.oid, 'tenant_id', 'UPDATE') AS moves,
       (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND has_column_privilege('hw_app', c.oid, a.attnum, 'UPDATE') ORDER BY a.attname = 'tenant_id', a.attnum LIMIT 1) AS changed,
       ARRAY(SELECT r FROM unnest(ARRAY['hw_platform', 'hw_search']) AS r
          WHERE has_any_column_privilege(r, c.oid, 'SELECT')) AS others
     FROM pg_class c WHERE c.oid = to_regclass($1)`,
    [`hw.${table}`],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no table ${table}.`);
  const { changed, others, ...app } = row;
  return { app, changed, others };
}

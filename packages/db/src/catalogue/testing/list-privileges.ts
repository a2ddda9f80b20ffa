import type { SqlRunner } from '@highwater/domain';

/** A right of a role, its own or everybody's. `columns` is null when it is on the whole relation. */
export interface Privilege {
  readonly relation: string;
  readonly privilege: string;
  readonly columns: readonly string[] | null;
}

const OF_ROLE = `(grantee = 0 OR pg_has_role($1::regrole, grantee, 'USAGE'))`;
const OURS = `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`;

/** Everything that a role was granted on tables, views and sequences outside PostgreSQL's own schemas. */
export async function listPrivileges(runner: SqlRunner, role: string): Promise<readonly Privilege[]> {
  const { rows } = await runner.query<Privilege>(
    `SELECT format('%s.%s', n.nspname, c.relname) AS relation, g.privilege_type AS privilege, NULL::text[] AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) AS g
     WHERE ${OURS} AND ${OF_ROLE} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
     UNION ALL
     SELECT format('%s.%s', n.nspname, c.relname), g.privilege_type, array_agg(a.attname::text ORDER BY a.attname::text)
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     CROSS JOIN LATERAL aclexplode(a.attacl) AS g WHERE ${OURS} AND ${OF_ROLE}
     GROUP BY n.nspname, c.relname, g.privilege_type
     ORDER BY 1, 2`,
    [role],
  );
  return rows;
}

/** Schemas that a role may look into, PostgreSQL's own aside. */
export async function listSchemas(runner: SqlRunner, role: string): Promise<readonly string[]> {
  const { rows } = await runner.query<{ name: string }>(
    `SELECT n.nspname AS name FROM pg_namespace n WHERE ${OURS} AND has_schema_privilege($1, n.oid, 'USAGE') ORDER BY 1`,
    [role],
  );
  return rows.map((row) => row.name);
}

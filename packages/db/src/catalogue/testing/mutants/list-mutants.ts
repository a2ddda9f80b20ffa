import type { SqlRunner } from '@highwater/domain';
import type { CoveringTest, Mutant } from './mutant.ts';

const ROLES = `(VALUES ('hw_app'), ('hw_platform'), ('hw_search'), ('hw_identity')) AS r (role)`;
const ALL_ROLES = `(VALUES ('hw_app'), ('hw_platform'), ('hw_search'), ('hw_identity'), ('hw_migrator')) AS r (role)`;
const TABLES = `pg_class t WHERE t.relnamespace = 'hw'::regnamespace AND t.relkind IN ('r', 'p')`;
const POLICIES = `pg_policies p WHERE p.schemaname = 'hw'`;
const COLUMN = `a.attnum > 0 AND NOT a.attisdropped`;
const MAY = `has_table_privilege(r.role, t.oid, v.verb)`;

interface Kind {
  readonly kind: string;
  readonly coveredBy: readonly CoveringTest[];
  /** Gives name, sql, and table and role or null. */
  readonly from: string;
  /** The same number counted another way: from the catalogue's own tables, without a statement of the mutants. */
  readonly count: string;
}

const countPolicies = (where: string): string =>
  `SELECT count(*) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'hw'::regnamespace AND ${where}`;
const countTables = (where: string): string =>
  `SELECT count(*) FROM information_schema.tables i JOIN pg_class c ON c.oid = format('%I.%I', i.table_schema, i.table_name)::regclass
   WHERE i.table_schema = 'hw' AND i.table_type = 'BASE TABLE' AND ${where}`;

const KINDS: readonly Kind[] = [
  {
    kind: 'policy dropped',
    coveredBy: ['rows'],
    from: `SELECT p.policyname || ' of ' || p.tablename AS name, format('DROP POLICY %I ON hw.%I', p.policyname, p.tablename) AS sql,
      p.tablename::text AS table, NULL AS role FROM ${POLICIES}`,
    count: countPolicies('true'),
  },
  {
    kind: 'USING true',
    coveredBy: ['tables', 'rows'],
    from: `SELECT p.policyname || ' of ' || p.tablename AS name, format('ALTER POLICY %I ON hw.%I USING (true)', p.policyname, p.tablename) AS sql,
      p.tablename::text AS table, NULL AS role FROM ${POLICIES} AND p.qual <> 'true'`,
    count: countPolicies(`p.polqual IS NOT NULL AND pg_get_expr(p.polqual, p.polrelid) <> 'true'`),
  },
  {
    kind: 'no WITH CHECK',
    coveredBy: ['tables', 'rows'],
    from: `SELECT p.policyname || ' of ' || p.tablename AS name, format('ALTER POLICY %I ON hw.%I WITH CHECK (true)', p.policyname, p.tablename) AS sql,
      p.tablename::text AS table, NULL AS role FROM ${POLICIES} AND p.with_check <> 'true'`,
    count: countPolicies(`p.polwithcheck IS NOT NULL`),
  },
  {
    kind: 'policy also for hw_app',
    coveredBy: ['tables', 'rows'],
    from: `SELECT p.policyname || ' of ' || p.tablename AS name,
      format('ALTER POLICY %I ON hw.%I TO %s, hw_app', p.policyname, p.tablename, array_to_string(p.roles, ', ')) AS sql,
      p.tablename::text AS table, NULL AS role FROM ${POLICIES} AND NOT 'hw_app' = ANY(p.roles)`,
    count: countPolicies(`NOT 'hw_app'::regrole = ANY(p.polroles)`),
  },
  {
    kind: 'policy for everybody',
    coveredBy: ['tables'],
    from: `SELECT p.policyname || ' of ' || p.tablename AS name, format('ALTER POLICY %I ON hw.%I TO PUBLIC', p.policyname, p.tablename) AS sql,
      p.tablename::text AS table, NULL AS role FROM ${POLICIES}`,
    count: countPolicies('true'),
  },
  {
    kind: 'row-level security off',
    coveredBy: ['tables', 'rows'],
    from: `SELECT t.relname::text AS name, format('ALTER TABLE hw.%I DISABLE ROW LEVEL SECURITY', t.relname) AS sql,
      t.relname::text AS table, NULL AS role FROM ${TABLES} AND t.relrowsecurity`,
    count: countTables('c.relrowsecurity'),
  },
  {
    kind: 'FORCE off',
    coveredBy: ['tables', 'rows'],
    from: `SELECT t.relname::text AS name, format('ALTER TABLE hw.%I NO FORCE ROW LEVEL SECURITY', t.relname) AS sql,
      t.relname::text AS table, NULL AS role FROM ${TABLES} AND t.relforcerowsecurity`,
    count: countTables('c.relforcerowsecurity'),
  },
  {
    kind: 'table owned by hw_app',
    coveredBy: ['roles'],
    from: `SELECT t.relname::text AS name, format('ALTER TABLE hw.%I OWNER TO hw_app', t.relname) AS sql, NULL AS table, NULL AS role FROM ${TABLES}`,
    count: countTables('true'),
  },
  {
    kind: 'role given power',
    coveredBy: ['roles'],
    from: `SELECT r.role || ' ' || v.power AS name, format('ALTER ROLE %I %s', r.role, v.power) AS sql, NULL AS table, NULL AS role
      FROM ${ALL_ROLES}, unnest(ARRAY['BYPASSRLS', 'SUPERUSER', 'CREATEROLE', 'CREATEDB', 'REPLICATION']) AS v (power)`,
    count: `SELECT count(*) * 5 FROM pg_roles WHERE rolname LIKE 'hw\\_%' AND rolcanlogin`,
  },
  {
    kind: 'role in another role',
    coveredBy: ['roles'],
    from: `SELECT r.role || ' in ' || o.role AS name, format('GRANT %I TO %I', o.role, r.role) AS sql, NULL AS table, NULL AS role
      FROM ${ALL_ROLES}, ${ALL_ROLES.replace('AS r', 'AS o')} WHERE r.role <> o.role`,
    count: `SELECT count(*) * (count(*) - 1) FROM pg_roles WHERE rolname LIKE 'hw\\_%' AND rolcanlogin`,
  },
  {
    kind: 'right given',
    coveredBy: ['rights'],
    from: `SELECT r.role || ' ' || v.verb || ' ' || t.relname AS name, format('GRANT %s ON hw.%I TO %I', v.verb, t.relname, r.role) AS sql,
      NULL AS table, r.role FROM ${ROLES}, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS v (verb), ${TABLES} AND NOT ${MAY}`,
    count: `SELECT (SELECT count(*) FROM information_schema.tables WHERE table_schema = 'hw' AND table_type = 'BASE TABLE') * 4 * 7
      - (SELECT count(*) FROM information_schema.role_table_grants WHERE table_schema = 'hw' AND grantee IN ('hw_app', 'hw_platform', 'hw_search', 'hw_identity'))`,
  },
  {
    kind: 'right given to everybody',
    coveredBy: ['rights'],
    from: `SELECT 'SELECT ' || t.relname AS name, format('GRANT SELECT ON hw.%I TO PUBLIC', t.relname) AS sql, NULL AS table, 'hw_identity' AS role FROM ${TABLES}`,
    count: countTables('true'),
  },
  {
    kind: 'column shown to hw_platform',
    coveredBy: ['rights'],
    from: `SELECT t.relname || '.' || a.attname AS name, format('GRANT SELECT (%I) ON hw.%I TO hw_platform', a.attname, t.relname) AS sql,
      NULL AS table, 'hw_platform' AS role FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
      WHERE t.relnamespace = 'hw'::regnamespace AND t.relkind = 'r' AND ${COLUMN} AND NOT has_column_privilege('hw_platform', t.oid, a.attnum, 'SELECT')`,
    count: `SELECT (SELECT count(*) FROM information_schema.columns WHERE table_schema = 'hw')
      - (SELECT count(*) FROM information_schema.role_column_grants WHERE table_schema = 'hw' AND grantee = 'hw_platform' AND privilege_type = 'SELECT')`,
  },
  {
    kind: 'right taken',
    coveredBy: ['rights'],
    from: `SELECT g.grantee || ' ' || g.privilege_type || ' ' || g.table_name AS name,
      format('REVOKE %s ON hw.%I FROM %I', g.privilege_type, g.table_name, g.grantee) AS sql, NULL AS table, g.grantee::text AS role
      FROM information_schema.role_table_grants g WHERE g.table_schema = 'hw' AND g.grantee IN ('hw_app', 'hw_platform', 'hw_search', 'hw_identity')`,
    count: `SELECT count(*) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS g WHERE c.relnamespace = 'hw'::regnamespace AND c.relkind = 'r'
      AND g.grantee::regrole::text IN ('hw_app', 'hw_platform', 'hw_search', 'hw_identity')`,
  },
  {
    kind: 'function with the rights of its owner',
    coveredBy: ['tables'],
    from: `SELECT p.oid::regprocedure::text AS name, format('ALTER FUNCTION %s SECURITY DEFINER', p.oid::regprocedure) AS sql,
      NULL AS table, NULL AS role FROM pg_proc p WHERE p.pronamespace = 'hw'::regnamespace`,
    count: `SELECT count(*) FROM information_schema.routines WHERE routine_schema = 'hw'`,
  },
  {
    kind: 'schema opened',
    coveredBy: ['rights'],
    from: `SELECT r.role || ' into ' || n.nspname AS name, format('GRANT USAGE ON SCHEMA %I TO %I', n.nspname, r.role) AS sql, NULL AS table, r.role
      FROM ${ROLES}, pg_namespace n WHERE n.nspname IN ('hw', 'identity', 'pgboss', 'migrations', 'public') AND NOT has_schema_privilege(r.role, n.oid, 'USAGE')`,
    count: `SELECT 5 * 4 - (SELECT count(DISTINCT (n.oid, g.grantee)) FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) AS g
      WHERE n.nspname IN ('hw', 'identity', 'pgboss', 'migrations', 'public') AND g.privilege_type = 'USAGE'
        AND g.grantee IN (SELECT oid FROM pg_roles WHERE rolname IN ('hw_app', 'hw_platform', 'hw_search', 'hw_identity')))`,
  },
];

/** Every mutant of the catalogue of this database, always in the same order, and what the catalogue itself counts. */
export async function listMutants(
  runner: SqlRunner,
): Promise<{ readonly mutants: readonly Mutant[]; readonly counted: number; readonly problems: readonly string[] }> {
  const mutants: Mutant[] = [];
  const problems: string[] = [];
  let counted = 0;
  for (const { kind, coveredBy, from, count } of KINDS) {
    const { rows } = await runner.query<Omit<Mutant, 'kind' | 'coveredBy'>>(`${from} ORDER BY 1`);
    const [row] = (await runner.query<{ count: string }>(`SELECT (${count})::text AS count`)).rows;
    const expected = Number(row?.count);
    counted += expected;
    if (expected !== rows.length) problems.push(`${kind}: ${rows.length} enumerated, ${expected} in the catalogue`);
    if (rows.length === 0) problems.push(`${kind}: the catalogue has nothing of it`);
    mutants.push(...rows.map((mutant) => ({ ...mutant, name: `${kind}: ${mutant.name}`, kind, coveredBy })));
  }
  return { mutants, counted, problems };
}

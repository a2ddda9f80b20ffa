import type { SqlRunner } from '@highwater/domain';

/** Tables that are decisions: no tenant at all, or a corp that comes before its tenant. */
export interface TableExceptions {
  readonly withoutTenant: readonly string[];
  readonly keyedOtherwise: readonly string[];
}

/** Where schema hw breaks the rules that keep tenants apart. One sentence each. */
export async function listTableViolations(runner: SqlRunner, exceptions: TableExceptions): Promise<readonly string[]> {
  const { rows } = await runner.query<{ violation: string }>(
    `WITH tables AS (
       SELECT c.oid, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity,
         (SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS tenant
       FROM pg_class c WHERE c.relnamespace = 'hw'::regnamespace AND c.relkind IN ('r', 'p')
     )
     SELECT format('%s has no tenant_id', name) AS violation FROM tables WHERE tenant IS NULL AND name <> ALL($1::text[])
     UNION ALL
     SELECT format('%s has no row-level security', name) FROM tables WHERE tenant IS NOT NULL AND NOT relrowsecurity
     UNION ALL
     SELECT format('%s does not force row-level security', name) FROM tables WHERE tenant IS NOT NULL AND NOT relforcerowsecurity
     UNION ALL
     SELECT format('%s lets tenant_id be null', t.name) FROM tables t
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = t.tenant WHERE NOT a.attnotnull
     UNION ALL
     SELECT format('%s has no primary key', t.name) FROM tables t
     WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'p')
     UNION ALL
     SELECT format('unique index %s of %s does not begin with tenant_id', i.indexrelid::regclass, t.name)
     FROM tables t JOIN pg_index i ON i.indrelid = t.oid
     WHERE t.tenant IS NOT NULL AND t.name <> ALL($2::text[]) AND i.indisunique AND i.indkey[0] <> t.tenant
     UNION ALL
     SELECT format('foreign key %s of %s leaves the tenant', k.conname, t.name)
     FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
     WHERE NOT EXISTS (
       SELECT FROM unnest(k.conkey, k.confkey) AS pair (here, there)
       JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = pair.there AND a.attname = 'tenant_id'
       WHERE pair.here = t.tenant)
     UNION ALL
     SELECT format('policy %s of %s does not compare tenant_id with the current tenant', p.polname, t.name)
     FROM tables t JOIN pg_policy p ON p.polrelid = t.oid
     WHERE 'hw_app'::regrole = ANY(p.polroles) AND (
       coalesce(pg_get_expr(p.polqual, t.oid), 'none') <> ALL (ARRAY['(tenant_id = hw.current_tenant())', 'none'])
       OR coalesce(pg_get_expr(p.polwithcheck, t.oid), 'none') <> '(tenant_id = hw.current_tenant())')
     UNION ALL
     SELECT format('policy %s of %s is for everybody', p.polname, t.name)
     FROM tables t JOIN pg_policy p ON p.polrelid = t.oid WHERE 0 = ANY(p.polroles)
     UNION ALL
     SELECT format('view %s reads with the rights of its owner', c.relname) FROM pg_class c
     WHERE c.relnamespace = 'hw'::regnamespace AND (c.relkind = 'm' OR (c.relkind = 'v'
       AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false)))
     UNION ALL
     SELECT format('function %s runs with the rights of its owner', p.oid::regprocedure) FROM pg_proc p
     WHERE p.prosecdef AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
     ORDER BY 1`,
    [exceptions.withoutTenant, exceptions.keyedOtherwise],
  );
  return rows.map((row) => row.violation);
}

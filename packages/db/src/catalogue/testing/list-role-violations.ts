import type { SqlRunner } from '@highwater/domain';

/** What a role can do or has that a role of ours never may. One sentence each; run it as superuser. */
export async function listRoleViolations(
  runner: SqlRunner,
  roles: { readonly runtime: readonly string[]; readonly migrator: string },
): Promise<readonly string[]> {
  const all = [...roles.runtime, roles.migrator];
  const { rows } = await runner.query<{ violation: string }>(
    `SELECT format('%s has %s', r.rolname, a.attribute) AS violation FROM pg_roles r
     CROSS JOIN LATERAL (VALUES ('SUPERUSER', r.rolsuper), ('BYPASSRLS', r.rolbypassrls), ('CREATEROLE', r.rolcreaterole),
       ('CREATEDB', r.rolcreatedb), ('REPLICATION', r.rolreplication)) AS a (attribute, has)
     WHERE r.rolname = ANY($1::text[]) AND a.has
     UNION ALL
     SELECT format('%s is missing', name) FROM unnest($1::text[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = name)
     UNION ALL
     SELECT format('%s owns %s', d.refobjid::regrole, pg_describe_object(d.classid, d.objid, d.objsubid)) FROM pg_shdepend d
     WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o' AND d.refobjid::regrole::text = ANY($2::text[])
       AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
     UNION ALL
     SELECT format('%s is a member of %s', m.member::regrole, m.roleid::regrole) FROM pg_auth_members m
     WHERE m.member::regrole::text = ANY($1::text[]) OR m.roleid::regrole::text = ANY($1::text[])
     UNION ALL
     SELECT format('%s may CREATE in schema %s', r.rolname, n.nspname) FROM pg_roles r CROSS JOIN pg_namespace n
     WHERE NOT r.rolsuper AND r.rolname !~ '^pg_' AND r.rolname <> $3 AND has_schema_privilege(r.oid, n.oid, 'CREATE')
     UNION ALL
     SELECT format('%s may %s in the database', r.rolname, p) FROM pg_roles r CROSS JOIN unnest(ARRAY['CREATE', 'TEMPORARY']) AS p
     WHERE r.rolname = ANY($2::text[]) AND has_database_privilege(r.oid, current_database(), p)
     UNION ALL
     SELECT format('new %s objects of %s are granted to others', a.defaclobjtype, a.defaclrole::regrole) FROM pg_default_acl a
     ORDER BY 1`,
    [all, roles.runtime, roles.migrator],
  );
  return rows.map((row) => row.violation);
}

/** Whether a grant `g` counts. Those that are not plain look revoked to code before them, so it is not asked of them. */
export const IN_FORCE = `(g.revoked_at IS NULL OR NOT g.is_plain) AND g.ended_at IS NULL`;

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`;

/** A grant `g` as a `GrantRow`. */
export const GRANT_JSON = `jsonb_build_object(
    'grantId', g.grant_id, 'actions', g.actions, 'employees', g.employees,
    'departments', jsonb_build_object('asOf', g.departments_as_of, 'places', coalesce((
      SELECT jsonb_agg(jsonb_build_object('connectionId', named.connection_id, 'departmentId', named.department_id::text))
      FROM unnest(g.department_connections, g.department_ids) AS named (connection_id, department_id)), '[]')),
    'isSelf', g.is_self, 'isEverything', g.is_everything, 'customers', g.customers,
    'tags', coalesce((SELECT jsonb_agg(jsonb_build_object('connectionId', named.connection_id, 'tagId', named.tag_id))
      FROM unnest(g.tag_connections, g.tag_ids) AS named (connection_id, tag_id)), '[]'),
    'rooms', g.rooms, 'kinds', g.kinds, 'directions', g.directions,
    'sentFrom', ${ms('g.sent_from')}, 'sentUntil', ${ms('g.sent_until')}, 'expiresAt', ${ms('g.expires_at')},
    'note', g.note, 'grantedBy', g.granted_by, 'grantedAt', ${ms('g.granted_at')},
    'granterName', coalesce((SELECT giver.name FROM hw.members giver
      WHERE giver.tenant_id = g.tenant_id AND giver.member_id = g.granted_by), ''))`;

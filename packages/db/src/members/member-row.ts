import type { Language, MemberId, PersonKey, Role, UnixMs, UserId } from '@highwater/domain';
import type { GrantedDepartment } from '../grants/granted-departments.ts';

export interface MemberRow {
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language | null;
  readonly joinedAt: UnixMs;
  /** Of the grants in force, sorted, without repeats. */
  readonly employees: readonly PersonKey[];
  /** Of the grants in force, each once for each time that it is meant as of. */
  readonly departments: readonly GrantedDepartment[];
}

/** Active members `m` with what their grants name. Completed by conditions on `m`; `$1` is the tenant. */
export const SELECT_MEMBERS = `SELECT m.member_id AS "memberId", m.user_id AS "userId", m.name, m.email, m.role, m.language,
    m.joined_at AS "joinedAt",
    ARRAY(SELECT DISTINCT unnest(g.employees) FROM hw.grants g
      WHERE g.tenant_id = m.tenant_id AND g.member_id = m.member_id AND g.revoked_at IS NULL ORDER BY 1) AS employees,
    coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object(
        'connectionId', named.connection_id, 'departmentId', named.department_id::text, 'asOf', g.departments_as_of))
      FROM hw.grants g, unnest(g.department_connections, g.department_ids) AS named (connection_id, department_id)
      WHERE g.tenant_id = m.tenant_id AND g.member_id = m.member_id AND g.revoked_at IS NULL), '[]') AS departments
  FROM hw.members m WHERE m.tenant_id = $1 AND m.status = 'active'`;

import type { Language, MemberId, MemberRole, PersonKey, UnixMs, UserId } from '@highwater/domain';
import { GRANT_JSON, IN_FORCE } from '../grants/grant-json-sql.ts';
import type { GrantRow } from '../grants/grant-terms.ts';
import type { CustomRole } from '../roles/custom-role.ts';

export interface MemberRow {
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  /** Where the role is the company's own. */
  readonly customRole: CustomRole | null;
  /** The employee that the member is, once somebody said. */
  readonly personKey: PersonKey | null;
  readonly language: Language | null;
  readonly joinedAt: UnixMs;
  /** In force, expired ones included, oldest first. */
  readonly grants: readonly GrantRow[];
}

/** Active members `m` with their grants. Completed by conditions on `m`; `$1` is the tenant. */
export const SELECT_MEMBERS = `SELECT m.member_id AS "memberId", m.user_id AS "userId", m.name, m.email, m.role, m.language,
    m.person_key AS "personKey", m.joined_at AS "joinedAt",
    (SELECT jsonb_build_object('roleId', r.role_id, 'name', r.name, 'actions', r.actions, 'reach', r.reach)
      FROM hw.roles r WHERE r.tenant_id = m.tenant_id AND r.role_id = m.role_id) AS "customRole",
    coalesce((SELECT jsonb_agg(${GRANT_JSON} ORDER BY g.granted_at, g.grant_id)
      FROM hw.grants g WHERE g.tenant_id = m.tenant_id AND g.member_id = m.member_id AND ${IN_FORCE}), '[]') AS grants
  FROM hw.members m WHERE m.tenant_id = $1 AND m.status = 'active'`;

import type { AccessCondition, ConnectionId, Fault, MessageId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { employeesSql } from '../conditions/employees-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import { outermostSeenSql } from '../conversations/outermost-seen-sql.ts';
import type { PersonPlace } from '../person-record/find-person.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Where an external contact stands now towards one employee or in one room. */
export interface PresentConsentRow {
  readonly connectionId: ConnectionId;
  readonly externalPerson: PersonKey;
  /** Towards whom; null in a room. */
  readonly employee: PersonKey | null;
  readonly roomId: RoomId | null;
  readonly roomName: string | null;
  /** Null while WeCom has said nothing and no message decided anything. */
  readonly status: 'agree' | 'disagree' | 'default_agree' | 'other' | null;
  readonly changedAt: UnixMs | null;
  /** The message that decided it; null where WeCom's answer is newer. */
  readonly messageId: MessageId | null;
  /** Why WeCom's last answer is missing, where no message is newer. */
  readonly fault: Fault | null;
  readonly lookedAt: UnixMs | null;
}

/**
 * Where each of the people stands towards each employee and in each room: the newer of the last decision in a message and
 * of what WeCom answered when asked. Decisions as far as the reader may see their messages; answers about employees whom and
 * rooms which it may see. Towards employees first, then in rooms.
 */
export async function listPresentConsents(
  tx: TenantTx,
  access: AccessCondition,
  people: readonly PersonPlace[],
): Promise<readonly PresentConsentRow[]> {
  if (people.length === 0) return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const connections = values.add(people.map(({ connectionId }) => connectionId));
  const keys = values.add(people.map(({ personKey }) => personKey));
  const clauses = access.kind === 'where' ? access.any : [];
  // By the days on which somebody of the grant was there: a huge room that the reader does not see is not walked through.
  const room =
    access.kind === 'all'
      ? 'true'
      : `EXISTS (SELECT FROM hw.rooms r JOIN hw.conversations c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
           CROSS JOIN LATERAL (${outermostSeenSql(clauses, 'newest', tenant, values)}) newest
           WHERE r.tenant_id = s.tenant_id AND r.connection_id = s.connection_id AND r.room_id = s.counterpart)`;
  const { rows } = await tx.query<PresentConsentRow>(
    `WITH asked AS (SELECT DISTINCT * FROM unnest(${connections}::uuid[], ${keys}::text[]) AS a (connection_id, external_key)),
     decided AS (
       SELECT DISTINCT ON (c.connection_id, c.external_person, c.employee, c.room_id) c.connection_id,
         c.external_person AS external_key, c.employee, c.room_id, coalesce(c.room_id, c.employee) AS counterpart, c.status,
         c.decided_at, c.message_id
       FROM asked a JOIN hw.consents c ON c.connection_id = a.connection_id AND c.external_person = a.external_key
       WHERE c.tenant_id = ${tenant} AND ${accessSql(access, 'c', values)}
       ORDER BY c.connection_id, c.external_person, c.employee, c.room_id, c.decided_at DESC, c.message_id DESC),
     told AS (
       SELECT s.connection_id, s.external_key, CASE WHEN NOT s.in_room THEN s.counterpart END AS employee,
         CASE WHEN s.in_room THEN s.counterpart END AS room_id, s.counterpart, s.status, s.changed_at, s.fault, s.looked_at
       FROM asked a JOIN hw.consent_states s ON s.connection_id = a.connection_id AND s.external_key = a.external_key
       WHERE s.tenant_id = ${tenant}
         AND CASE WHEN s.in_room THEN ${room} ELSE ${employeesSql(access, { employee: 's.counterpart', customer: 's.external_key' }, values)} END),
     both_said AS (
       SELECT coalesce(d.connection_id, t.connection_id) AS connection_id, coalesce(d.external_key, t.external_key) AS external_key,
         coalesce(d.employee, t.employee) AS employee, coalesce(d.room_id, t.room_id) AS room_id,
         d.status AS decision, d.decided_at, d.message_id, t.status AS answer, t.changed_at, t.fault, t.looked_at,
         d.message_id IS NOT NULL AND (t.status IS NULL OR t.changed_at IS NULL OR t.changed_at <= d.decided_at) AS is_decided
       FROM decided d FULL JOIN told t
         ON t.connection_id = d.connection_id AND t.external_key = d.external_key AND t.counterpart = d.counterpart)
     SELECT b.connection_id AS "connectionId", b.external_key AS "externalPerson", b.employee, b.room_id AS "roomId",
       r.name AS "roomName", CASE WHEN b.is_decided THEN b.decision ELSE b.answer END AS status,
       CASE WHEN b.is_decided THEN b.decided_at ELSE b.changed_at END AS "changedAt",
       CASE WHEN b.is_decided THEN b.message_id END AS "messageId", CASE WHEN NOT b.is_decided THEN b.fault END AS fault,
       b.looked_at AS "lookedAt"
     FROM both_said b
     LEFT JOIN hw.rooms r ON r.tenant_id = ${tenant} AND r.connection_id = b.connection_id AND r.room_id = b.room_id
     ORDER BY b.room_id IS NOT NULL, coalesce(b.employee, b.room_id), b.external_key, b.connection_id`,
    values.all,
  );
  return rows;
}

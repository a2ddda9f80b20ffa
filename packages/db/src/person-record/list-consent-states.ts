import type { AccessCondition, Fault, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { employeesSql } from '../conditions/employees-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import { seenConversations } from '../conversations/seen-conversations.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { PersonPlace } from './find-person.ts';

/** What WeCom says of a consent now. */
export interface ConsentStateRow {
  /** Towards whom; null in a room. */
  readonly employee: PersonKey | null;
  readonly roomId: RoomId | null;
  readonly status: 'agree' | 'disagree' | 'default_agree' | 'other' | null;
  readonly changedAt: UnixMs | null;
  readonly fault: Fault | null;
  readonly lookedAt: UnixMs | null;
}

/** What WeCom says of an external contact's consents, towards employees and in rooms whom and which the reader may see. */
export async function listConsentStatesOfPerson(
  tx: TenantTx,
  access: AccessCondition,
  { connectionId, personKey }: PersonPlace,
): Promise<readonly ConsentStateRow[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const connection = values.add(connectionId);
  const room =
    access.kind === 'all'
      ? 'true'
      : `EXISTS (SELECT FROM hw.rooms r JOIN ${seenConversations(access, tenant, values)} c
           ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
         WHERE r.tenant_id = ${tenant} AND r.connection_id = ${connection} AND r.room_id = s.counterpart)`;
  const { rows } = await tx.query<ConsentStateRow>(
    `SELECT CASE WHEN NOT s.in_room THEN s.counterpart END AS employee, CASE WHEN s.in_room THEN s.counterpart END AS "roomId",
       s.status, s.changed_at AS "changedAt", s.fault, s.looked_at AS "lookedAt"
     FROM hw.consent_states s
     WHERE s.tenant_id = ${tenant} AND s.connection_id = ${connection} AND s.external_key = ${values.add(personKey)}
       AND CASE WHEN s.in_room THEN ${room} ELSE ${employeesSql(access, 's.counterpart', values)} END
     ORDER BY s.in_room, s.counterpart`,
    values.all,
  );
  return rows;
}

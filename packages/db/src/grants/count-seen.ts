import type { AccessCondition } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { seenConversations } from '../conversations/seen-conversations.ts';
import { selectSeenPeople } from '../people/seen-people.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Employees or external contacts of whom a condition shows something, counted up to `most`. */
export async function countSeenPeople(
  tx: TenantTx,
  access: AccessCondition,
  kind: 'employee' | 'external_contact',
  most: number,
): Promise<number> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  return countRows(
    tx,
    `${selectSeenPeople(access, values)} WHERE p.tenant_id = ${tenant} AND p.kind = ${values.add(kind)}`,
    most,
    values,
  );
}

/** Rooms of which a condition shows something, counted up to `most`. */
export async function countSeenRooms(tx: TenantTx, access: AccessCondition, most: number): Promise<number> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const seen = seenConversations(access, tenant, values);
  return countRows(
    tx,
    `SELECT r.room_id FROM hw.rooms r JOIN ${seen} c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
     WHERE r.tenant_id = ${tenant}`,
    most,
    values,
  );
}

async function countRows(tx: TenantTx, select: string, most: number, values: SqlValues): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (${select} LIMIT ${values.add(most)}) seen`,
    values.all,
  );
  return rows[0]?.count ?? 0;
}

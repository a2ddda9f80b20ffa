import type { ConnectionId, RoomId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import type * as db from '../../index.ts';
import { CHEN, CUSTOMER } from './seed-people.ts';

/** Three ids of one customer, one of them said to be another person; what is known of the first and of an employee. */
export async function seedPerson(tx: db.TenantTx, connectionId: ConnectionId, roomId: RoomId): Promise<void> {
  const at = new Date(ROW_TIME);
  const run = (sql: string, ...values: readonly unknown[]) => tx.query(sql, [tx.tenantId, connectionId, at, ...values]);
  for (const [key, name] of [
    [CUSTOMER, '王丽'],
    [`${CUSTOMER}2`, null],
    [`${CUSTOMER}3`, null],
  ]) {
    await run(
      `INSERT INTO hw.people (tenant_id, connection_id, first_at, last_at, person_key, written_as, kind, name, unionid)
       VALUES ($1, $2, $3, $3, $4, $4, 'external_contact', $5, 'o-one')
       ON CONFLICT (tenant_id, connection_id, person_key) DO UPDATE SET unionid = 'o-one'`,
      key,
      name,
    );
  }
  for (const [subject, key, attribute, value] of [
    ['person', CUSTOMER, 'name', '王丽'],
    ['person', CHEN, 'departments', '1'],
    ['room', roomId, 'name', '王丽'],
  ]) {
    await run(
      `INSERT INTO hw.intervals (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until)
       VALUES ($1, $2, $4, $5, $6, $7, $3, $3) ON CONFLICT DO NOTHING`,
      subject,
      key,
      attribute,
      value,
    );
  }
  await run(
    `INSERT INTO hw.follows (tenant_id, connection_id, external_key, employee_key, remark, seen_from, seen_until)
     VALUES ($1, $2, $4, $5, '门店老板', $3, $3) ON CONFLICT DO NOTHING`,
    CUSTOMER,
    CHEN,
  );
  await run(
    `INSERT INTO hw.departments (tenant_id, connection_id, department_id, name, seen_from, seen_until)
     VALUES ($1, $2, 1, '青橙', $3, $3) ON CONFLICT DO NOTHING`,
  );
  await run(
    `INSERT INTO hw.room_members (tenant_id, connection_id, room_id, person_key, seen_from, seen_until)
     VALUES ($1, $2, $4, $5, $3, $3) ON CONFLICT DO NOTHING`,
    roomId,
    CHEN,
  );
  await run(
    `INSERT INTO hw.permits (tenant_id, connection_id, person_key, edition, seen_from, seen_until)
     VALUES ($1, $2, $4, 2, $3, $3) ON CONFLICT DO NOTHING`,
    CHEN,
  );
  await run(
    `INSERT INTO hw.consent_states (tenant_id, connection_id, external_key, counterpart, in_room, looked_at)
     VALUES ($1, $2, $4, $5, false, $3) ON CONFLICT DO NOTHING`,
    CUSTOMER,
    CHEN,
  );
  await run(
    `INSERT INTO hw.customer_splits (tenant_id, connection_id, split_at, person_key, split_by)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    `${CUSTOMER}2`,
    newId(),
  );
}

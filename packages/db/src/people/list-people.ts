import type { AccessCondition, ConnectionId, MessageId, PersonKey, PersonState } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { peopleNamedSql } from './people-named.ts';
import { PERSON_COLUMNS, type PersonKind, type PersonRow } from './person-row.ts';
import { selectSeenPeople } from './seen-people.ts';

export type { PersonKind, PersonRow } from './person-row.ts';

const COLUMNS = `${PERSON_COLUMNS}, p.first_at AS "firstAt", p.last_at AS "lastAt"`;

export interface PeopleFilter {
  readonly kind: PersonKind | null;
  /** A part of an id, a name, an earlier name or a remark, letter case aside. */
  readonly text: string | null;
  readonly state?: PersonState | null;
  /** Only these people. */
  readonly keys?: readonly PersonKey[] | null;
  /** The last one of the page before. */
  readonly after: { readonly personKey: PersonKey; readonly connectionId: ConnectionId } | null;
  readonly limit: number;
}

/**
 * People of the archive by id, once per connection in which they were seen. A narrowed reader sees its employees and
 * whoever shares a visible message with them, with the times of visible messages.
 */
export async function listPeople(
  tx: TenantTx,
  access: AccessCondition,
  { kind, text, state = null, keys = null, after, limit }: PeopleFilter,
): Promise<readonly PersonRow[]> {
  if (access.kind === 'none') return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const from = selectSeenPeople(access, values);
  const conditions = [`p.tenant_id = ${tenant}`];
  if (kind !== null) conditions.push(`p.kind = ${values.add(kind)}`);
  if (state !== null) conditions.push(`p.state = ${values.add(state)}`);
  if (keys !== null) conditions.push(`p.person_key = ANY(${values.add(keys)}::text[])`);
  if (after !== null) {
    const { personKey, connectionId } = after;
    conditions.push(`(p.person_key, p.connection_id) > (${values.add(personKey)}, ${values.add(connectionId)}::uuid)`);
  }
  if (text !== null) conditions.push(peopleNamedSql(text, access, tenant, values));
  const { rows } = await tx.query<PersonRow>(
    `${from} WHERE ${conditions.join(' AND ')}
     ORDER BY p.person_key, p.connection_id LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}

/** The people of given messages, for showing these messages. */
export async function listPeopleOfMessages(
  tx: TenantTx,
  messageIds: readonly MessageId[],
): Promise<readonly (PersonRow & { readonly messageId: MessageId })[]> {
  const { rows } = await tx.query<PersonRow & { messageId: MessageId }>(
    `SELECT ${COLUMNS}, m.message_id AS "messageId"
     FROM hw.messages m
     JOIN hw.participants t ON t.tenant_id = m.tenant_id AND t.message_id = m.message_id
     JOIN hw.people p ON p.tenant_id = m.tenant_id AND p.connection_id = m.connection_id AND p.person_key = t.person_key
     WHERE m.tenant_id = $1 AND m.message_id = ANY($2::uuid[])`,
    [tx.tenantId, messageIds],
  );
  return rows;
}

/** People by key, whatever the connection. */
export async function listPeopleByKeys(tx: TenantTx, keys: readonly PersonKey[]): Promise<readonly PersonRow[]> {
  const { rows } = await tx.query<PersonRow>(
    `SELECT ${COLUMNS} FROM hw.people p WHERE p.tenant_id = $1 AND p.person_key = ANY($2::text[]) ORDER BY p.person_key`,
    [tx.tenantId, keys],
  );
  return rows;
}

/** How many employees the archive knows and how many of them the reader's condition names. */
export async function countEmployees(tx: TenantTx, access: AccessCondition): Promise<{ seen: number; total: number }> {
  const people = access.kind === 'where' ? access.any.flatMap((clause) => clause.people) : [];
  const { rows } = await tx.query<{ seen: number; total: number }>(
    `SELECT count(DISTINCT person_key)::int AS total,
       (count(DISTINCT person_key) FILTER (WHERE $3 OR person_key = ANY($2::text[])))::int AS seen
     FROM hw.people WHERE tenant_id = $1 AND kind = 'employee'`,
    [tx.tenantId, people, access.kind === 'all'],
  );
  return rows[0] ?? { seen: 0, total: 0 };
}

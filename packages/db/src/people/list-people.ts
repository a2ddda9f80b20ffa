import type { AccessCondition, ConnectionId, MessageId, PersonKey, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type PersonKind = 'employee' | 'external_contact' | 'robot';

export interface PersonRow {
  readonly personKey: PersonKey;
  readonly connectionId: ConnectionId;
  readonly kind: PersonKind;
  readonly name: string | null;
  readonly writtenAs: string;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

const PERSON = `p.person_key AS "personKey", p.connection_id AS "connectionId", p.kind, p.name, p.written_as AS "writtenAs"`;
const COLUMNS = `${PERSON}, p.first_at AS "firstAt", p.last_at AS "lastAt"`;

/**
 * People of the archive by id, once per connection in which they were seen. A narrowed reader sees its employees and
 * whoever shares a visible message with them, with the times of visible messages. `after` is the last one of the page before.
 */
export async function listPeople(
  tx: TenantTx,
  access: AccessCondition,
  filter: {
    kind: PersonKind | null;
    text: string | null;
    after: { personKey: PersonKey; connectionId: ConnectionId } | null;
    limit: number;
  },
): Promise<readonly PersonRow[]> {
  if (access.kind === 'none') return [];
  const values = new SqlValues();
  const conditions = [`p.tenant_id = ${values.add(tx.tenantId)}`];
  if (filter.kind !== null) conditions.push(`p.kind = ${values.add(filter.kind)}`);
  if (filter.after !== null) {
    const { personKey, connectionId } = filter.after;
    conditions.push(`(p.person_key, p.connection_id) > (${values.add(personKey)}, ${values.add(connectionId)}::uuid)`);
  }
  if (filter.text !== null) {
    const part = values.add(filter.text.toLowerCase());
    conditions.push(`(strpos(lower(p.written_as), ${part}) > 0 OR strpos(lower(coalesce(p.name, '')), ${part}) > 0)`);
  }
  const from =
    access.kind === 'all'
      ? `SELECT ${COLUMNS} FROM hw.people p`
      : `SELECT ${PERSON}, seen.first_at AS "firstAt", seen.last_at AS "lastAt" FROM hw.people p
         JOIN LATERAL (SELECT min(m.sent_at) AS first_at, max(m.sent_at) AS last_at
           FROM hw.participants theirs
           JOIN hw.messages m ON m.tenant_id = theirs.tenant_id AND m.message_id = theirs.message_id
           WHERE theirs.tenant_id = p.tenant_id AND theirs.person_key = p.person_key
             AND m.connection_id = p.connection_id AND ${accessSql(access, 'm', values)}) seen ON seen.first_at IS NOT NULL`;
  const { rows } = await tx.query<PersonRow>(
    `${from} WHERE ${conditions.join(' AND ')}
     ORDER BY p.person_key, p.connection_id LIMIT ${values.add(filter.limit)}`,
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

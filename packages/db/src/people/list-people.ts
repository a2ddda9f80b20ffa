import type { AccessCondition, ConnectionId, MessageId, PersonKey, PersonState, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { peopleNamedSql, type NamePattern } from './people-named.ts';
import { PERSON_COLUMNS, type PersonKind, type PersonRow } from './person-row.ts';
import { selectSeenPeople } from './seen-people.ts';

export type { PersonKind, PersonRow } from './person-row.ts';
export type { NamePattern } from './people-named.ts';

const COLUMNS = `${PERSON_COLUMNS}, p.first_at AS "firstAt", p.last_at AS "lastAt"`;

export interface PeopleFilter {
  readonly kind: PersonKind | null;
  /** A part of an id, a name, an earlier name or a remark, in any way of writing it. */
  readonly text: NamePattern | null;
  readonly state?: PersonState | null;
  /** Only these people. */
  readonly keys?: readonly PersonKey[] | null;
  /** The last one of the page before. */
  readonly after: PersonPosition | null;
  readonly limit: number;
}

/** Where a person stands in a list. */
export interface PersonPosition {
  readonly personKey: PersonKey;
  readonly connectionId: ConnectionId;
  readonly lastAt: UnixMs;
  /** How well it fits the text that was asked for, 0 the best; 0 without one. */
  readonly fit: number;
}

export type ListedPersonRow = PersonRow & PersonPosition;

/**
 * People of the archive, once per connection in which they were seen: who fits the text best, then who talked last. A
 * narrowed reader sees its employees and whoever shares a visible message with them, with the times of visible messages,
 * in the order of names: the order in which they talked would tell of messages that it does not see.
 */
export async function listPeople(
  tx: TenantTx,
  access: AccessCondition,
  { kind, text, state = null, keys = null, after, limit }: PeopleFilter,
): Promise<readonly ListedPersonRow[]> {
  if (access.kind === 'none') return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const conditions = [`p.tenant_id = ${tenant}`];
  if (kind !== null) conditions.push(`p.kind = ${values.add(kind)}`);
  if (state !== null) conditions.push(`p.state = ${values.add(state)}`);
  if (keys !== null) conditions.push(`p.person_key = ANY(${values.add(keys)}::text[])`);
  const byTime = access.kind === 'all';
  const fit = text === null ? '0' : 'p.fit';
  if (after !== null) conditions.push(afterSql(after, byTime, fit, tenant, values));
  const people = text === null ? 'hw.people p' : `${peopleNamedSql(text, access, tenant, values)} p`;
  const order = text === null ? '' : 'p.fit, ';
  const last = byTime ? 'last_at DESC' : 'label';
  // In order first, so that whether the reader sees them is asked only of as many as the page needs; by a few columns, so
  // that everybody is sorted without the disk.
  const from = `(SELECT whole.*, ranked.fit, ranked.label FROM (
      SELECT p.connection_id, p.person_key, p.last_at, ${text === null ? '0' : 'p.fit'} AS fit, ${byTime ? 'NULL' : NAME('p')} AS label
      FROM ${people} WHERE ${conditions.join(' AND ')}
      ORDER BY ${order}${last}, p.person_key, p.connection_id${byTime ? ` LIMIT ${values.add(limit)}` : ''}) ranked
    CROSS JOIN LATERAL (SELECT * FROM hw.people one WHERE one.tenant_id = ${tenant} AND one.connection_id = ranked.connection_id
      AND one.person_key = ranked.person_key OFFSET 0) whole
    ORDER BY ${order.replace('p.', 'ranked.')}ranked.${last}, ranked.person_key, ranked.connection_id) p`;
  const { rows } = await tx.query<ListedPersonRow>(
    `${selectSeenPeople(access, values, ', p.fit', from)}
     ORDER BY ${order}p.${last}, p.person_key, p.connection_id LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}

/** What people are listed by: as hw.people_by_name is made. */
const NAME = (alias: string) => `lower(coalesce(${alias}.name, ${alias}.written_as)) COLLATE "C"`;

function afterSql(after: PersonPosition, byTime: boolean, fit: string, tenant: string, values: SqlValues): string {
  const key = values.add(after.personKey);
  const connection = `${values.add(after.connectionId)}::uuid`;
  if (byTime) {
    const at = values.add(new Date(after.lastAt));
    const within = `(p.last_at <= ${at} AND (p.last_at < ${at} OR (p.person_key, p.connection_id) > (${key}, ${connection})))`;
    return fit === '0'
      ? within
      : `(${fit} > ${values.add(after.fit)} OR (${fit} = ${values.add(after.fit)} AND ${within}))`;
  }
  const rest = `(${NAME('p')}, p.person_key, p.connection_id) > (SELECT ${NAME('last')}, last.person_key, last.connection_id
    FROM hw.people last WHERE last.tenant_id = ${tenant} AND last.person_key = ${key} AND last.connection_id = ${connection})`;
  return fit === '0' ? rest : `(${fit} > ${values.add(after.fit)} OR (${fit} = ${values.add(after.fit)} AND ${rest}))`;
}

/** A person with those of the messages asked for that are theirs. */
export type PersonOfMessages = PersonRow & { readonly messageIds: readonly MessageId[] };

/** The people of given messages, each once, for showing these messages: everybody who took part in `whole`, and who is `named` with their messages. */
export async function listPeopleOfMessages(
  tx: TenantTx,
  asked: {
    readonly whole: readonly MessageId[];
    readonly named?: readonly { readonly messageId: MessageId; readonly personKey: PersonKey }[];
  },
): Promise<readonly PersonOfMessages[]> {
  const named = asked.named ?? [];
  const { rows } = await tx.query<PersonOfMessages>(
    `SELECT ${COLUMNS}, t.ids AS "messageIds"
     FROM (SELECT m.connection_id, taking.person_key, array_agg(m.message_id::text) AS ids
       FROM (SELECT t.message_id, t.person_key FROM hw.participants t
           WHERE t.tenant_id = $1 AND t.message_id = ANY($2::uuid[])
         UNION SELECT * FROM unnest($3::uuid[], $4::text[])) taking (message_id, person_key)
       JOIN hw.messages m ON m.tenant_id = $1 AND m.message_id = taking.message_id
       GROUP BY m.connection_id, taking.person_key) t
     JOIN hw.people p ON p.tenant_id = $1 AND p.connection_id = t.connection_id AND p.person_key = t.person_key`,
    [tx.tenantId, asked.whole, named.map(({ messageId }) => messageId), named.map(({ personKey }) => personKey)],
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

/**
 * How many employees the archive knows and how many of them the reader's condition names, at whatever time: of a department
 * as of message time everybody who is or was in it, of a clause that names none everybody.
 */
export async function countEmployees(tx: TenantTx, access: AccessCondition): Promise<{ seen: number; total: number }> {
  // As a query the list is hashed also where the statement stays planned; as an array it would be walked for each employee.
  const clauses = access.kind === 'where' ? access.any : [];
  const isOfAnybody = access.kind === 'all' || clauses.some((clause) => clause.people === undefined);
  const { rows } = await tx.query<{ seen: number; total: number }>(
    `SELECT count(DISTINCT person_key)::int AS total,
       (count(DISTINCT person_key) FILTER (WHERE $3 OR person_key IN (SELECT unnest($2::text[]))))::int AS seen
     FROM hw.people WHERE tenant_id = $1 AND kind = 'employee'`,
    [tx.tenantId, isOfAnybody ? [] : clauses.flatMap(({ people = [] }) => people), isOfAnybody],
  );
  return rows[0] ?? { seen: 0, total: 0 };
}

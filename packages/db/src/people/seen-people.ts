import type { AccessCondition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { attendedSql } from '../conditions/attended-sql.ts';
import { partClauses } from '../conditions/open-clauses.ts';
import type { SqlValues } from '../conditions/sql-values.ts';
import { PERSON_COLUMNS } from './person-row.ts';

/** A person's last messages that are looked at before its conversations are. */
const RECENT = 20;

/**
 * `SELECT … FROM hw.people p` with the people whom a reader sees and the times at which it sees them: for a narrowed one
 * its employees and whoever shares a visible message with them. `more` are further columns, each after a comma.
 */
export function selectSeenPeople(access: AccessCondition, values: SqlValues, more = '', from = 'hw.people p'): string {
  if (access.kind === 'all')
    return `SELECT ${PERSON_COLUMNS}, p.first_at AS "firstAt", p.last_at AS "lastAt"${more} FROM ${from}`;
  // Two looks along the person's messages that end at the first visible one, not a walk over all of them.
  const end = (direction: 'ASC' | 'DESC') => `(SELECT theirs.sent_at
      FROM hw.participants theirs
      JOIN hw.messages m ON m.tenant_id = theirs.tenant_id AND m.message_id = theirs.message_id
      WHERE theirs.tenant_id = p.tenant_id AND theirs.person_key = p.person_key
        AND m.connection_id = p.connection_id AND ${accessSql(access, 'm', values, true)}
      ORDER BY theirs.sent_at ${direction}, theirs.message_id ${direction} LIMIT 1)`;
  // Most of those who are not seen are never in a conversation with anybody of the grant: their messages are not read. Those
  // who are seen mostly show it in what they said last. One conversation after the other: joined as a whole, all days of
  // everybody of the grant would be read for each person.
  const { named, open } = partClauses(access.kind === 'where' ? access.any : []);
  // By a clause without people they may be seen wherever it may hold.
  const isThere =
    open.length === 0
      ? ''
      : ` OR EXISTS (SELECT FROM hw.attendance own WHERE own.tenant_id = p.tenant_id AND own.person_key = p.person_key
          AND ${attendedSql(open, 'own', values)})`;
  const present = `(SELECT c.people FROM hw.conversations c WHERE c.tenant_id = p.tenant_id AND c.conversation_id = own.conversation_id)`;
  const meets = `(EXISTS (SELECT FROM (SELECT theirs.tenant_id, theirs.message_id FROM hw.participants theirs
        WHERE theirs.tenant_id = p.tenant_id AND theirs.person_key = p.person_key
        ORDER BY theirs.sent_at DESC, theirs.message_id DESC LIMIT ${RECENT}) recent
      WHERE ${accessSql(access, 'recent', values)})
    OR EXISTS (SELECT FROM (SELECT DISTINCT own.conversation_id FROM hw.attendance own
        WHERE own.tenant_id = p.tenant_id AND own.person_key = p.person_key) own
      CROSS JOIN LATERAL (SELECT FROM hw.attendance granted WHERE granted.tenant_id = p.tenant_id
        AND granted.conversation_id = own.conversation_id AND ${attendedSql(named, 'granted', values, present)} LIMIT 1) granted)${isThere})`;
  return `SELECT ${PERSON_COLUMNS}, seen.first_at AS "firstAt", seen.last_at AS "lastAt"${more} FROM ${from}
    JOIN LATERAL (SELECT ${end('ASC')} AS first_at, ${end('DESC')} AS last_at WHERE ${meets} OFFSET 0) seen
      ON seen.first_at IS NOT NULL`;
}

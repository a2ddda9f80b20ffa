import type { AccessCondition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';
import { PERSON_COLUMNS } from './person-row.ts';

/**
 * `SELECT … FROM hw.people p` with the people whom a reader sees and the times at which it sees them: for a narrowed one
 * its employees and whoever shares a visible message with them. `more` are further columns, each after a comma.
 */
export function selectSeenPeople(access: AccessCondition, values: SqlValues, more = ''): string {
  if (access.kind === 'all')
    return `SELECT ${PERSON_COLUMNS}, p.first_at AS "firstAt", p.last_at AS "lastAt"${more} FROM hw.people p`;
  return `SELECT ${PERSON_COLUMNS}, seen.first_at AS "firstAt", seen.last_at AS "lastAt"${more} FROM hw.people p
    JOIN LATERAL (SELECT min(m.sent_at) AS first_at, max(m.sent_at) AS last_at
      FROM hw.participants theirs
      JOIN hw.messages m ON m.tenant_id = theirs.tenant_id AND m.message_id = theirs.message_id
      WHERE theirs.tenant_id = p.tenant_id AND theirs.person_key = p.person_key
        AND m.connection_id = p.connection_id AND ${accessSql(access, 'm', values)}) seen ON seen.first_at IS NOT NULL`;
}

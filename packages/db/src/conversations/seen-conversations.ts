import type { AccessCondition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';

/**
 * Conversations as a reader sees them, for `FROM … c`: for a narrowed one people, times and whether outsiders take part
 * come from the messages that it may see, so that nothing is told of the others. `tenant` is the tenant's placeholder.
 */
export function seenConversations(access: AccessCondition, tenant: string, values: SqlValues): string {
  if (access.kind === 'all') return 'hw.conversations';
  return `(SELECT whole.tenant_id, whole.conversation_id, whole.connection_id, whole.kind, whole.room_id, seen.people,
      seen.is_external, seen.first_at, seen.last_at
    FROM (SELECT m.conversation_id, min(m.sent_at) AS first_at, max(m.sent_at) AS last_at,
        bool_or(m.direction IN ('inbound', 'outbound')) AS is_external, array_agg(DISTINCT taking.person_key) AS people
      FROM hw.messages m
      JOIN hw.participants taking ON taking.tenant_id = m.tenant_id AND taking.message_id = m.message_id
      WHERE m.tenant_id = ${tenant} AND ${accessSql(access, 'm', values)}
      GROUP BY m.conversation_id) seen
    JOIN hw.conversations whole ON whole.tenant_id = ${tenant} AND whole.conversation_id = seen.conversation_id)`;
}

import type { AccessCondition } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';
import { outermostSeenSql, takesPartSql } from './outermost-seen-sql.ts';

/** Messages in which nearly everybody of a conversation is found; who is not is looked for one by one. */
const RECENT = 20;

/**
 * Conversations as a reader sees them, for `FROM … c`: for a narrowed one people, times and whether outsiders take part
 * come from the messages that it may see, so that nothing is told of the others. Not all of these are read, and nothing of
 * conversations that the statement leaves out. `tenant` is the tenant's placeholder.
 */
export function seenConversations(access: AccessCondition, tenant: string, values: SqlValues): string {
  if (access.kind === 'all') return 'hw.conversations';
  const clauses = access.kind === 'where' ? access.any : [];
  const seen = accessSql(access, 'm', values, true);
  const outside = `m.direction IN ('inbound', 'outbound')`;
  return `(SELECT c.tenant_id, c.conversation_id, c.connection_id, c.kind, c.room_id, newest.sent_at AS last_at,
      (${outermostSeenSql(clauses, 'oldest', tenant, values)}) AS first_at,
      ARRAY(SELECT person FROM unnest(c.people) AS person
        WHERE person = ANY(recent.people) OR ${takesPartSql(clauses, 'person', tenant, values)} ORDER BY person) AS people,
      c.is_external AND (recent.is_external OR EXISTS (SELECT FROM hw.messages m WHERE m.tenant_id = ${tenant}
        AND m.conversation_id = c.conversation_id AND ${outside} AND ${seen})) AS is_external
    FROM hw.conversations c
    CROSS JOIN LATERAL (${outermostSeenSql(clauses, 'newest', tenant, values)}) newest
    CROSS JOIN LATERAL (SELECT coalesce(bool_or(${outside}), false) AS is_external,
        ARRAY(SELECT DISTINCT taking.person_key FROM hw.participants taking
          WHERE taking.tenant_id = ${tenant} AND taking.message_id = ANY(array_agg(m.message_id))) AS people
      FROM (SELECT m.message_id, m.direction FROM hw.messages m
        WHERE m.tenant_id = ${tenant} AND m.conversation_id = c.conversation_id
          AND m.sent_at <= newest.sent_at AND m.sent_at >= newest.sent_at - interval '1 day' AND ${seen}
        ORDER BY m.sent_at DESC LIMIT ${RECENT}) m) recent
    WHERE c.tenant_id = ${tenant})`;
}

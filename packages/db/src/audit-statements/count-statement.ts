import type { MemberId, StatementLine, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** People and rooms that a line names. */
const MOST_SUBJECTS = 10;
/** Members of a statement; the busiest. */
const MOST_MEMBERS = 2000;

const UUID = `'^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'`;

/**
 * Who looked at whom between two instants, from the log: one line per member who did something or is one, the busiest
 * first. A conversation of two counts for both of them, one of a room for the room.
 */
export async function countStatement(tx: TenantTx, from: UnixMs, until: UnixMs): Promise<readonly StatementLine[]> {
  const { rows } = await tx.query<StatementLine & { memberId: MemberId }>(
    `WITH seen AS MATERIALIZED (
       SELECT a.member_id, a.event, a.subject,
         CASE WHEN a.event = 'conversation.viewed' THEN substr(a.subject, 14) ELSE a.detail ->> 'conversation' END AS conversation
       FROM hw.audit a WHERE a.tenant_id = $1 AND a.at >= $2 AND a.at < $3 AND a.member_id IS NOT NULL),
     totals AS (
       SELECT member_id,
         count(DISTINCT conversation) FILTER (WHERE event IN ('conversation.viewed', 'message.viewed', 'dialog.viewed'))::int AS conversations,
         count(DISTINCT subject) FILTER (WHERE event IN ('person.viewed', 'timeline.viewed'))::int AS people,
         count(*) FILTER (WHERE event = 'media.opened')::int AS files,
         count(*) FILTER (WHERE event = 'messages.searched')::int AS searches,
         count(*) FILTER (WHERE event = 'export.requested')::int AS exports,
         count(*) FILTER (WHERE event = 'export.downloaded')::int AS downloads,
         count(*) FILTER (WHERE event = 'access.denied')::int AS denials
       FROM seen GROUP BY member_id),
     opened AS (
       SELECT member_id, conversation::uuid AS conversation_id, count(*) AS times FROM seen
       WHERE conversation ~ ${UUID} GROUP BY 1, 2),
     looked AS (
       SELECT o.member_id, 'person:' || p.key AS subject, o.times FROM opened o
       JOIN hw.conversations c ON c.tenant_id = $1 AND c.conversation_id = o.conversation_id AND c.kind <> 'room'
       CROSS JOIN LATERAL unnest(c.people) AS p (key)
       UNION ALL
       SELECT o.member_id, 'room:' || c.room_id, o.times FROM opened o
       JOIN hw.conversations c ON c.tenant_id = $1 AND c.conversation_id = o.conversation_id AND c.kind = 'room'
       UNION ALL
       SELECT member_id, subject, 1 FROM seen WHERE event IN ('person.viewed', 'timeline.viewed')),
     ranked AS (
       SELECT member_id, subject, sum(times)::int AS times,
         row_number() OVER (PARTITION BY member_id ORDER BY sum(times) DESC, subject) AS place
       FROM looked GROUP BY member_id, subject),
     top AS (
       SELECT member_id, jsonb_agg(jsonb_build_object('subject', subject, 'times', times) ORDER BY place) AS subjects
       FROM ranked WHERE place <= $4 GROUP BY member_id)
     SELECT m.member_id AS "memberId", coalesce(t.conversations, 0) AS conversations, coalesce(t.people, 0) AS people,
       coalesce(t.files, 0) AS files, coalesce(t.searches, 0) AS searches, coalesce(t.exports, 0) AS exports,
       coalesce(t.downloads, 0) AS downloads, coalesce(t.denials, 0) AS denials, coalesce(top.subjects, '[]') AS top
     FROM hw.members m LEFT JOIN totals t ON t.member_id = m.member_id LEFT JOIN top ON top.member_id = m.member_id
     WHERE m.tenant_id = $1 AND (t.member_id IS NOT NULL OR (m.status = 'active' AND m.joined_at < $3))
     ORDER BY coalesce(t.conversations, 0) + coalesce(t.people, 0) + coalesce(t.files, 0) + coalesce(t.searches, 0) DESC,
       m.joined_at, m.member_id LIMIT $5`,
    [tx.tenantId, new Date(from), new Date(until), MOST_SUBJECTS, MOST_MEMBERS],
  );
  return rows;
}

import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What is known today of a thing that the log names. */
export interface AuditSubjectName {
  /** "member:<id>", as in the log. */
  readonly subject: string;
  /** Today's; null where it has none. */
  readonly name: string | null;
  /** Of conversations without a name, the people: no more than four. */
  readonly people: readonly string[];
  /** For things that are told apart by their time. */
  readonly at: UnixMs | null;
  /** It is there, and it is known that it is no longer in use: a member who left, a room that was dissolved. */
  readonly isGone: boolean;
}

const CONVERSATION = `coalesce(r.name, '') AS name, CASE WHEN c.kind = 'room' THEN '{}'::text[] ELSE ARRAY(
    SELECT coalesce(min(p.name), each.key) FROM unnest(c.people[1:4]) WITH ORDINALITY AS each (key, n)
    LEFT JOIN hw.people p ON p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id AND p.person_key = each.key
    GROUP BY each.key, each.n ORDER BY each.n) END AS people`;
const JOIN_CONVERSATION = `JOIN hw.conversations c ON c.tenant_id = $1 AND c.conversation_id = %
  LEFT JOIN hw.rooms r ON r.tenant_id = c.tenant_id AND r.connection_id = c.connection_id AND r.room_id = c.room_id`;
const joined = (id: string) => JOIN_CONVERSATION.replace('%', id);

/** Each kind of subject: how its things are found by `s.id`, and what they are called. */
const SOURCES: Readonly<Record<string, string>> = {
  member: `SELECT s.subject, m.name, '{}'::text[] AS people, NULL::timestamptz AS at, m.status <> 'active' AS gone
    FROM s JOIN hw.members m ON m.tenant_id = $1 AND m.member_id = s.id::uuid`,
  person: `SELECT s.subject, min(p.name), '{}'::text[], NULL::timestamptz, false
    FROM s JOIN hw.people p ON p.tenant_id = $1 AND p.person_key = s.id GROUP BY s.subject`,
  room: `SELECT s.subject, min(r.name), '{}'::text[], NULL::timestamptz, false
    FROM s JOIN hw.rooms r ON r.tenant_id = $1 AND r.room_id = s.id GROUP BY s.subject`,
  conversation: `SELECT s.subject, ${CONVERSATION}, NULL::timestamptz, false FROM s ${joined('s.id::uuid')}`,
  message: `SELECT s.subject, ${CONVERSATION}, m.sent_at, false
    FROM s JOIN hw.messages m ON m.tenant_id = $1 AND m.message_id = s.id::uuid ${joined('m.conversation_id')}`,
  media: `SELECT s.subject, ${CONVERSATION}, m.sent_at, false
    FROM s JOIN hw.media f ON f.tenant_id = $1 AND f.media_id = s.id::uuid
    JOIN hw.messages m ON m.tenant_id = $1 AND m.message_id = f.message_id ${joined('m.conversation_id')}`,
  dialog: `SELECT s.subject, ${CONVERSATION}, d.first_at, d.removed_at IS NOT NULL
    FROM s JOIN hw.dialogs d ON d.tenant_id = $1 AND d.dialog_id = s.id::uuid ${joined('d.conversation_id')}`,
  export: `SELECT s.subject, NULL, '{}'::text[], e.created_at, false
    FROM s JOIN hw.exports e ON e.tenant_id = $1 AND e.export_id = s.id::uuid`,
  schedule: `SELECT s.subject, d.name, '{}'::text[], NULL::timestamptz, d.deleted_at IS NOT NULL
    FROM s JOIN hw.export_schedules d ON d.tenant_id = $1 AND d.schedule_id = s.id::uuid`,
  connection: `SELECT s.subject, k.name, '{}'::text[], NULL::timestamptz, false
    FROM s JOIN hw.connections k ON k.tenant_id = $1 AND k.connection_id = s.id::uuid`,
  sign_on: `SELECT s.subject, o.name, '{}'::text[], NULL::timestamptz, o.removed_at IS NOT NULL
    FROM s JOIN hw.sign_ons o ON o.tenant_id = $1 AND o.sign_on_id = s.id::uuid`,
};
const TEXT_IDS = ['person', 'room'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What things are called today, whoever may see them: the log says who looked at whom. Unknown ones are left out. */
export async function nameAuditSubjects(
  tx: TenantTx,
  subjects: readonly string[],
): Promise<readonly AuditSubjectName[]> {
  const byKind = Map.groupBy(new Set(subjects), (subject) => subject.slice(0, subject.indexOf(':')));
  const found: AuditSubjectName[] = [];
  for (const [kind, of] of byKind) {
    const source = SOURCES[kind];
    const named = of.map((subject) => ({ subject, id: subject.slice(kind.length + 1) }));
    const valid = named.filter(({ id }) => TEXT_IDS.includes(kind) || UUID.test(id));
    if (source === undefined || valid.length === 0) continue;
    const { rows } = await tx.query<AuditSubjectName>(
      `WITH s AS (SELECT * FROM unnest($2::text[], $3::text[]) AS s (subject, id)),
         found (subject, name, people, at, gone) AS (${source})
       SELECT subject, nullif(name, '') AS name, people, at, gone AS "isGone" FROM found`,
      [tx.tenantId, valid.map(({ subject }) => subject), valid.map(({ id }) => id)],
    );
    found.push(...rows);
  }
  return found;
}

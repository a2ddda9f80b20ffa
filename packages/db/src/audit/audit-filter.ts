import type { ConversationId, MemberId, UnixMs } from '@highwater/domain';
import type { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Which events: those of these nouns ("conversation") and these themselves, without the exceptions. */
export interface EventChoice {
  readonly nouns: readonly string[];
  readonly events: readonly string[];
  readonly except: readonly string[];
}

/** What a line is about, its own subject or the conversation that it names. */
export interface AuditSubjects {
  readonly subjects: readonly string[];
  readonly conversations: readonly ConversationId[];
}

/** Lines of the log; null asks for nothing. */
export interface AuditFilter {
  readonly memberId: MemberId | null;
  /** What the service did by itself, or an operator. */
  readonly actor: 'system' | 'operator' | null;
  readonly events: EventChoice | null;
  readonly about: AuditSubjects | null;
  readonly from: UnixMs | null;
  /** Not included. */
  readonly until: UnixMs | null;
  readonly address: string | null;
}

export const EVERY_LINE: AuditFilter = {
  memberId: null,
  actor: null,
  events: null,
  about: null,
  from: null,
  until: null,
  address: null,
};

/** The filter on `hw.audit a` as conditions; none for every line. */
export function auditConditions(filter: AuditFilter, values: SqlValues): readonly string[] {
  const { memberId, actor, events, about, from, until, address } = filter;
  const found: string[] = [];
  if (memberId !== null) found.push(`a.member_id = ${values.add(memberId)}::uuid`);
  if (actor !== null) found.push(`a.actor = ${values.add(actor)}`);
  if (from !== null) found.push(`a.at >= ${values.add(new Date(from))}::timestamptz`);
  if (until !== null) found.push(`a.at < ${values.add(new Date(until))}::timestamptz`);
  if (address !== null) found.push(`a.address = ${values.add(address)}`);
  if (events !== null) {
    const nouns = `split_part(a.event, '.', 1) = ANY(${values.add(events.nouns)}::text[])`;
    found.push(`(${nouns} OR a.event = ANY(${values.add(events.events)}::text[]))`);
    if (events.except.length > 0) found.push(`a.event <> ALL(${values.add(events.except)}::text[])`);
  }
  if (about !== null) {
    const own = `a.subject = ANY(${values.add(about.subjects)}::text[])`;
    // Named as in the index of lines that say of which conversation they are.
    const named = `(a.detail ->> 'conversation' IS NOT NULL
      AND a.detail ->> 'conversation' = ANY(${values.add(about.conversations)}::text[]))`;
    found.push(`(${own} OR ${named})`);
  }
  return found;
}

/** Conversations of one person or room that a filter follows; of somebody with more only the latest ones. */
export const MOST_CONVERSATIONS = 2000;

/** The conversations in which a person took part, or that a room is, whoever may see them; the latest first. */
export async function listConversationsAbout(
  tx: TenantTx,
  about: { readonly person: string } | { readonly room: string },
): Promise<readonly ConversationId[]> {
  const [condition, value] =
    'person' in about ? ['c.people && $2::text[]', [about.person]] : ['c.room_id = $2', about.room];
  const { rows } = await tx.query<{ id: ConversationId }>(
    `SELECT c.conversation_id AS id FROM hw.conversations c WHERE c.tenant_id = $1 AND ${condition}
     ORDER BY c.last_at DESC, c.conversation_id DESC LIMIT ${MOST_CONVERSATIONS}`,
    [tx.tenantId, value],
  );
  return rows.map(({ id }) => id);
}

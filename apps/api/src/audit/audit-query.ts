import { listConversationsAbout, type AuditFilter, type AuditSubjects, type TenantTx } from '@highwater/db';
import { EVENT_GROUPS, EVENTS_OF } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { queryTime } from '../schemas/query-values.ts';
import { memberId } from '../schemas/values.ts';

/** What lines can be asked for by: one thing, with everything that was opened of it. */
const KINDS = ['person', 'room', 'conversation', 'export', 'member'] as const;
const about = z.string().regex(new RegExp(`^(${KINDS.join('|')}):.{1,128}$`, 'u'));

/** Filters of the log, as they stand in an address. */
export const auditFields = {
  member: memberId.optional(),
  actor: z.enum(['system', 'operator']).optional(),
  group: z.enum(EVENT_GROUPS).optional(),
  /** "person:<key>", "room:<id>", "conversation:<id>", "export:<id>" or "member:<id>". */
  about: about.optional(),
  from: queryTime.optional(),
  /** Not included. */
  until: queryTime.optional(),
  address: z.string().min(1).max(64).optional(),
};
const fields = z.strictObject(auditFields);

/** The fields as a filter: of a person or a room also what was opened of their conversations. */
export async function filterOf(tx: TenantTx, asked: z.output<typeof fields>): Promise<AuditFilter> {
  return {
    memberId: asked.member ?? null,
    actor: asked.actor ?? null,
    events: asked.group === undefined ? null : EVENTS_OF[asked.group],
    about: asked.about === undefined ? null : await subjectsOf(tx, asked.about),
    from: asked.from ?? null,
    until: asked.until ?? null,
    address: asked.address ?? null,
  };
}

async function subjectsOf(tx: TenantTx, subject: string): Promise<AuditSubjects> {
  const id = subject.slice(subject.indexOf(':') + 1);
  const followed = subject.startsWith('person:')
    ? await listConversationsAbout(tx, { person: id })
    : subject.startsWith('room:')
      ? await listConversationsAbout(tx, { room: id })
      : [];
  const own = subject.startsWith('conversation:') ? [id] : followed;
  return {
    subjects: [subject, ...followed.map((conversation) => `conversation:${conversation}`)],
    conversations: own.map((conversation) => conversation as (typeof followed)[number]),
  };
}

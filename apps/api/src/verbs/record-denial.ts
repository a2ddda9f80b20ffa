import { inTenant } from '@highwater/db';
import type { Fault, FaultError } from '@highwater/domain';
import { recordAudit } from './record-audit.ts';
import type { VerbContext } from './verb-context.ts';

/** What is refused to somebody, and not merely impossible. */
const REFUSALS: readonly Fault[] = [
  'permission.missing',
  'link.wrong_person',
  'invitation.wrong_person',
  'export.beyond_rights',
  'support.outside',
  'api_key.not_for_this',
  'support.owner_only',
];

/** What of the archive an address names, as the log names it. */
const CONTENT: Readonly<Record<string, string>> = {
  messageId: 'message',
  conversationId: 'conversation',
  mediaId: 'media',
  dialogId: 'dialog',
  roomId: 'room',
  personKey: 'person',
  exportId: 'export',
};

/** What was refused before it was read may be anything. */
const ID = /^[\w@.-]{1,128}$/;

/**
 * Writes a refusal for lack of rights in its own transaction: the one it interrupted is rolled back. `params` are those of
 * the address.
 *
 * Content that somebody with grants does not find is one too. Whether it is there for others is not looked up: the line
 * would then tell by its time what the answer does not.
 */
export async function recordDenial(
  ctx: VerbContext,
  route: string,
  refusal: FaultError,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'member' && actor.kind !== 'support' && actor.kind !== 'key') return;
  const named = Object.keys(CONTENT).find((name) => ID.test(params[name] ?? ''));
  const isUnseen =
    refusal.fault === 'thing.missing' &&
    refusal.field === undefined &&
    named !== undefined &&
    actor.rights.access('view').kind !== 'all';
  if (!isUnseen && !REFUSALS.includes(refusal.fault)) return;
  const about = named === undefined ? null : `${CONTENT[named]}:${params[named]}`;
  await inTenant(ctx.deps.database, actor.tenantId, (tx) =>
    recordAudit(ctx, tx, {
      event: 'access.denied',
      memberId: actor.memberId,
      subject: about ?? `route:${route}`,
      detail: {
        ...(about === null ? {} : { route }),
        ...(refusal.fault === 'permission.missing' ? {} : { fault: refusal.fault }),
        ...refusal.detail,
      },
    }),
  );
}

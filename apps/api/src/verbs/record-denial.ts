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

/** Writes a refusal for lack of rights in its own transaction: the one it interrupted is rolled back. */
export async function recordDenial(ctx: VerbContext, route: string, refusal: FaultError): Promise<void> {
  const { actor } = ctx;
  if (
    (actor.kind !== 'member' && actor.kind !== 'support' && actor.kind !== 'key') ||
    !REFUSALS.includes(refusal.fault)
  )
    return;
  await inTenant(ctx.deps.database, actor.tenantId, (tx) =>
    recordAudit(ctx, tx, {
      event: 'access.denied',
      memberId: actor.memberId,
      subject: `route:${route}`,
      detail: { ...(refusal.fault === 'permission.missing' ? {} : { fault: refusal.fault }), ...refusal.detail },
    }),
  );
}

import { inTenant } from '@highwater/db';
import type { FaultError } from '@highwater/domain';
import { recordAudit } from './record-audit.ts';
import type { VerbContext } from './verb-context.ts';

/** Writes a refusal for lack of rights in its own transaction: the one it interrupted is rolled back. */
export async function recordDenial(ctx: VerbContext, route: string, refusal: FaultError): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'member' || refusal.fault !== 'permission.missing') return;
  await inTenant(ctx.deps.database, actor.tenantId, (tx) =>
    recordAudit(ctx, tx, {
      event: 'access.denied',
      memberId: actor.memberId,
      subject: `route:${route}`,
      detail: refusal.detail,
    }),
  );
}

import { createHash } from 'node:crypto';
import { inTenant, keepAnswer, lockKeptAnswer, type TenantTx } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import type { MemberActor } from '../actor/actor.ts';
import type { VerbContext } from './verb-context.ts';

/**
 * `work` in a transaction of the member's company. With an Idempotency-Key the answer is kept in the same transaction
 * and a repeated request gets it again, without work. `request` is the parsed body, without secrets: another body under
 * the same key throws `idempotency.mismatch`. `work` must answer plain JSON.
 */
export async function inTenantOnce<Answer extends object>(
  ctx: VerbContext,
  member: Pick<MemberActor, 'tenantId' | 'memberId'>,
  operation: { readonly route: string; readonly request: object },
  work: (tx: TenantTx) => Promise<Answer>,
): Promise<Answer> {
  const { deps, idempotencyKey: key } = ctx;
  if (key === null) return inTenant(deps.database, member.tenantId, work);
  const { memberId } = member;
  const { route } = operation;
  const requestHash = createHash('sha256').update(JSON.stringify(operation.request)).digest('hex');
  return inTenant(deps.database, member.tenantId, async (tx) => {
    const kept = await lockKeptAnswer(tx, memberId, key);
    if (kept === undefined) {
      const answer = await work(tx);
      const createdAt = deps.clock.now();
      await keepAnswer(tx, { memberId, key, route, requestHash, status: 201, answer, createdAt });
      return answer;
    }
    if (kept.route !== route || kept.requestHash !== requestHash) throw new FaultError('idempotency.mismatch');
    return kept.answer as Answer;
  });
}

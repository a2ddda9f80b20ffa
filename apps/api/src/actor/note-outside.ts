import { randomUUID } from 'node:crypto';
import { appendAuditOnce, inTenant, type AuditDetail } from '@highwater/db';
import type { MemberId, TenantId } from '@highwater/domain';
import type { ApiDeps } from '../api-deps.ts';
import type { Origin } from './actor.ts';

/** Whoever keeps trying has one line for it. */
const TRYING_MS = 10 * 60_000;

/** That somebody who could show who they are was refused for the address that they came from. */
export async function noteOutside(
  { database, clock }: Pick<ApiDeps, 'database' | 'clock'>,
  tenantId: TenantId,
  refused: {
    readonly event: 'address.refused' | 'api_key.refused';
    readonly memberId: MemberId;
    readonly subject: string | null;
    readonly detail?: AuditDetail;
  },
  { address, requestId }: Origin,
): Promise<void> {
  const at = clock.now();
  const line = { auditId: randomUUID(), at, actor: 'member', detail: {}, ...refused, address, requestId } as const;
  await inTenant(database, tenantId, (tx) => appendAuditOnce(tx, line, at - TRYING_MS));
}

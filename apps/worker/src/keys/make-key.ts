import { randomUUID } from 'node:crypto';
import { makeArchiveKeyPair, privateKeyPlace, sealToBox, selfTestKeyPair } from '@highwater/crypto';
import { appendAudit, findMember, findPullState, insertConnectionKey, inTenant } from '@highwater/db';
import type { ConnectionId, KeyId, MemberId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/**
 * Makes a key pair for a connection, proves it on itself, and puts it into the ring: its public half is seen by nobody
 * before that.
 *
 * Harmless to repeat and to kill: until the one transaction that keeps the pair, nothing of it is anywhere; a repetition
 * makes another pair, which the id of the first one keeps out.
 */
export async function makeKey(
  deps: ChainDeps,
  tenantId: TenantId,
  key: { readonly connectionId: ConnectionId; readonly keyId: KeyId; readonly memberId: MemberId },
): Promise<void> {
  const { connectionId, keyId, memberId } = key;
  // Of the company alone: neither a connection nor a member of another comes into its ring or its log.
  const isTheirs = await inTenant(
    deps.database,
    tenantId,
    async (tx) =>
      (await findPullState(tx, connectionId)) !== undefined && (await findMember(tx, memberId)) !== undefined,
  );
  if (!isTheirs) return;
  const pair = await makeArchiveKeyPair();
  selfTestKeyPair(pair);
  const privateSealed = sealToBox(
    deps.settings.boxPublicPem,
    privateKeyPlace(tenantId, keyId),
    Buffer.from(pair.privatePem),
  );
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    const { publicPem } = pair;
    const added = { connectionId, keyId, publicPem, privateSealed, now, origin: 'made', addedBy: memberId } as const;
    if (!(await insertConnectionKey(tx, added))) return;
    await appendAudit(tx, {
      auditId: randomUUID(),
      at: now,
      memberId,
      actor: 'member',
      event: 'key.made',
      subject: `key:${keyId}`,
      detail: { connectionId },
      address: null,
      requestId: null,
    });
  });
}

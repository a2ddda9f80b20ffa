import { randomUUID } from 'node:crypto';
import {
  connectionSecretPlace,
  makeArchiveKeyPair,
  privateKeyPlace,
  sealToBox,
  selfTestKeyPair,
} from '@highwater/crypto';
import {
  acceptConnectionAttempt,
  appendAudit,
  claimCorp,
  findConnectionAttempt,
  insertConnection,
  insertConnectionKey,
  inTenant,
  saveConnectionChecks,
  type AttemptToCheck,
  type ConnectionCheck,
} from '@highwater/db';
import { FaultError, type ConnectionId, type KeyId, type MemberId, type TenantId } from '@highwater/domain';
import { PARSER_VERSION } from '@highwater/wecom';
import type { ChainDeps } from '../deps.ts';

/**
 * Makes the connection of an attempt whose credentials WeCom accepted: connection, claim on the corp, key pair, checks,
 * audit and first jobs in one transaction. Throws `corp.already_connected`, with nothing kept.
 */
export async function acceptConnection(
  deps: ChainDeps,
  tenantId: TenantId,
  attempt: AttemptToCheck,
  archiveSecret: string,
  checks: readonly ConnectionCheck[],
): Promise<void> {
  const connectionId = randomUUID() as ConnectionId;
  const keyId = randomUUID() as KeyId;
  const { boxPublicPem } = deps.settings;
  const pair = await makeArchiveKeyPair();
  selfTestKeyPair(pair);
  const secretSealed = sealToBox(
    boxPublicPem,
    connectionSecretPlace(tenantId, connectionId),
    Buffer.from(archiveSecret),
  );
  const privateSealed = sealToBox(boxPublicPem, privateKeyPlace(tenantId, keyId), Buffer.from(pair.privatePem));
  const now = deps.clock.now();

  await inTenant(deps.database, tenantId, async (tx) => {
    const locked = await findConnectionAttempt(tx, attempt.attemptId, { lock: true });
    if (locked?.state !== 'checking') return;
    if (!(await claimCorp(tx, attempt.corpId, connectionId, now))) throw new FaultError('corp.already_connected');
    await insertConnection(tx, {
      connectionId,
      corpId: attempt.corpId,
      name: attempt.name,
      secretSealed,
      secretSetAt: attempt.startedAt,
      secretSetBy: attempt.startedBy,
      now,
      parserVersion: PARSER_VERSION,
    });
    const addedBy = attempt.startedBy as MemberId;
    await insertConnectionKey(tx, { connectionId, keyId, publicPem: pair.publicPem, privateSealed, now, addedBy });
    const waiting = { state: 'waiting', fault: null, detail: {} } as const;
    const all: ConnectionCheck[] = [...checks, { step: 'key', ...waiting }, { step: 'first_message', ...waiting }];
    await saveConnectionChecks(tx, connectionId, all, now);
    await acceptConnectionAttempt(tx, attempt.attemptId, connectionId);
    await appendAudit(tx, {
      auditId: randomUUID(),
      at: now,
      memberId: attempt.startedBy as MemberId,
      actor: 'member',
      event: 'connection.created',
      subject: `connection:${connectionId}`,
      detail: { corpId: attempt.corpId },
      address: null,
      requestId: null,
    });
    await deps.enqueue(tx, 'pull-archive', { tenantId, connectionId });
    await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
  });
}

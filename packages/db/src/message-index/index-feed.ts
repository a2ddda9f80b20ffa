import type { Fault, MessageId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A message that changed and whose document outside the database is still the old one. */
export interface FedMessage {
  readonly messageId: MessageId;
  readonly revision: number;
  readonly attempts: number;
}

/**
 * Takes the feeding of the company's outside index until `until`, unless somebody else has it. Returns the number of the
 * claim: what a claim of before still writes counts no more.
 */
export async function claimFeed(tx: TenantTx, now: UnixMs, until: UnixMs): Promise<number | undefined> {
  const { rows } = await tx.query<{ claim: number }>(
    `UPDATE hw.index_states SET feed_claims = feed_claims + 1, feed_claimed_until = $3
     WHERE tenant_id = $1 AND (feed_claimed_until IS NULL OR feed_claimed_until <= $2)
     RETURNING feed_claims AS claim`,
    [tx.tenantId, new Date(now), new Date(until)],
  );
  return rows[0]?.claim;
}

/** Holds the claim until `until`, or gives it back with null. False when somebody else has it by now. */
export async function holdFeed(tx: TenantTx, claim: number, until: UnixMs | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.index_states SET feed_claimed_until = $3 WHERE tenant_id = $1 AND feed_claims = $2`,
    [tx.tenantId, claim, until === null ? null : new Date(until)],
  );
  return rowCount === 1;
}

/** The next messages to feed, those that failed before when their time has come. */
export async function listFeed(tx: TenantTx, now: UnixMs, limit: number): Promise<readonly FedMessage[]> {
  const { rows } = await tx.query<FedMessage>(
    `SELECT message_id AS "messageId", revision, attempts FROM hw.index_feed
     WHERE tenant_id = $1 AND next_try_at <= $2 ORDER BY next_try_at, message_id LIMIT $3`,
    [tx.tenantId, new Date(now), limit],
  );
  return rows;
}

/** Has those of these messages that exist put outside again. */
export async function addToFeed(tx: TenantTx, messageIds: readonly MessageId[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.query(
    `INSERT INTO hw.index_feed AS f (tenant_id, message_id)
     SELECT tenant_id, message_id FROM hw.messages WHERE tenant_id = $1 AND message_id = ANY($2::uuid[]) ORDER BY message_id
     ON CONFLICT (tenant_id, message_id) DO UPDATE SET revision = f.revision + 1, attempts = 0, next_try_at = 'epoch'`,
    [tx.tenantId, messageIds],
  );
}

/** These are outside as they were when they were listed. One that changed since stays in the feed. */
export async function finishFeed(tx: TenantTx, fed: readonly FedMessage[]): Promise<void> {
  if (fed.length === 0) return;
  await tx.query(
    `DELETE FROM hw.index_feed f USING unnest($2::uuid[], $3::int[]) AS d (message_id, revision)
     WHERE f.tenant_id = $1 AND f.message_id = d.message_id AND f.revision = d.revision`,
    [tx.tenantId, fed.map((row) => row.messageId), fed.map((row) => row.revision)],
  );
}

/** These were refused; each is tried again at its time. */
export async function postponeFeed(
  tx: TenantTx,
  failed: readonly { readonly messageId: MessageId; readonly fault: Fault; readonly nextTryAt: UnixMs }[],
): Promise<void> {
  if (failed.length === 0) return;
  await tx.query(
    `INSERT INTO hw.index_feed AS f (tenant_id, message_id, attempts, fault, next_try_at)
     SELECT $1, d.message_id, 1, d.fault, d.next_try_at
     FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS d (message_id, fault, next_try_at) ORDER BY d.message_id
     ON CONFLICT (tenant_id, message_id) DO UPDATE
     SET attempts = f.attempts + 1, fault = excluded.fault, next_try_at = excluded.next_try_at`,
    [
      tx.tenantId,
      failed.map((row) => row.messageId),
      failed.map((row) => row.fault),
      failed.map((row) => new Date(row.nextTryAt)),
    ],
  );
}

/** Forgets the feed of a company that has nothing outside any more. */
export async function clearFeed(tx: TenantTx): Promise<void> {
  await tx.query('DELETE FROM hw.index_feed WHERE tenant_id = $1', [tx.tenantId]);
}

/** Messages that wait to be fed, and those among them that were refused several times. Counts up to 10,000. */
export async function countFeed(
  tx: TenantTx,
): Promise<{ readonly waiting: number; readonly failing: number; readonly fault: Fault | null }> {
  const { rows } = await tx.query<{ waiting: number; failing: number; fault: Fault | null }>(
    `SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE attempts >= 3))::int AS failing,
       max(fault) FILTER (WHERE attempts >= 3) AS fault
     FROM (SELECT attempts, fault FROM hw.index_feed WHERE tenant_id = $1 LIMIT 10000) f`,
    [tx.tenantId],
  );
  return rows[0] ?? { waiting: 0, failing: 0, fault: null };
}

/** Companies whose outside index has something to learn, to be compared or to be emptied. */
export async function listIndexesToFeed(tx: PlatformTx, now: UnixMs, limit: number): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT s.tenant_id AS "tenantId" FROM hw.index_states s
     WHERE (s.typesense_on OR s.typesense_leaving) AND (s.typesense_next_at <= $1 OR s.typesense_stops = 0 AND (
       EXISTS (SELECT FROM hw.index_feed f WHERE f.tenant_id = s.tenant_id AND f.next_try_at <= $1)
       OR EXISTS (SELECT FROM hw.index_runs r
         WHERE r.tenant_id = s.tenant_id AND r.engine = 'typesense' AND r.finished_at IS NULL)))
     ORDER BY s.typesense_next_at LIMIT $2`,
    [new Date(now), limit],
  );
  return rows.map(({ tenantId }) => tenantId);
}

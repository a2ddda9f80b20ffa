import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** When a connection is pulled: every few minutes and when WeCom calls, or once a day. */
export type Pulling =
  | { readonly mode: 'continuous' }
  /** "HH:MM" in the tenant's zone. */
  | { readonly mode: 'daily'; readonly timeOfDay: string };

/** Changes when a connection is pulled and when it is due next. False when there is no such connection. */
export async function savePulling(
  tx: TenantTx,
  connectionId: ConnectionId,
  pulling: Pulling,
  nextPullAt: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connections SET pull_mode = $3, daily_at = $4, next_pull_at = $5
     WHERE tenant_id = $1 AND connection_id = $2`,
    [
      tx.tenantId,
      connectionId,
      pulling.mode,
      pulling.mode === 'daily' ? pulling.timeOfDay : null,
      new Date(nextPullAt),
    ],
  );
  return rowCount === 1;
}

/**
 * Notes that a person asks for a pull. Null when it may begin, else when the last one was asked for: less than
 * `cooldownMs` before `now`. Of two who ask at once one is told to wait.
 */
export async function claimPull(
  tx: TenantTx,
  connectionId: ConnectionId,
  now: UnixMs,
  cooldownMs: number,
): Promise<UnixMs | null> {
  const values = [tx.tenantId, connectionId];
  // One that was asked for in the future was asked for before the clock went back.
  const claimed = await tx.query(
    `UPDATE hw.connections SET pull_asked_at = $3 WHERE tenant_id = $1 AND connection_id = $2
       AND (pull_asked_at IS NULL OR pull_asked_at <= $4 OR pull_asked_at > $3)`,
    [...values, new Date(now), new Date(now - cooldownMs)],
  );
  if (claimed.rowCount === 1) return null;
  const { rows } = await tx.query<{ askedAt: UnixMs | null }>(
    'SELECT pull_asked_at AS "askedAt" FROM hw.connections WHERE tenant_id = $1 AND connection_id = $2',
    values,
  );
  return rows[0]?.askedAt ?? null;
}

/** Notes that a pull is under way; `finishPull` ends it. One that goes on after its share of pages keeps its beginning. */
export async function notePullStarted(tx: TenantTx, connectionId: ConnectionId, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.connections SET pull_started_at = $3
     WHERE tenant_id = $1 AND connection_id = $2 AND pull_started_at IS NULL`,
    [tx.tenantId, connectionId, new Date(now)],
  );
}

/** Puts a new archive secret, proven with WeCom, in the place of the old one. */
export async function replaceConnectionSecret(
  tx: TenantTx,
  connectionId: ConnectionId,
  secret: { secretSealed: Uint8Array; setAt: UnixMs; setBy: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connections SET secret_sealed = $3, secret_set_at = $4, secret_set_by = $5
     WHERE tenant_id = $1 AND connection_id = $2`,
    [tx.tenantId, connectionId, secret.secretSealed, new Date(secret.setAt), secret.setBy],
  );
  return rowCount === 1;
}

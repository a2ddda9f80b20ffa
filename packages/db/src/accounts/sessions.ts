import type { UnixMs, UserId } from '@highwater/domain';
import type pg from 'pg';

/** The second factor that a session was opened with. */
export type SessionFactor = 'totp' | 'recovery' | 'passkey' | 'single_sign_on';

export interface SessionRow {
  readonly sessionId: string;
  readonly createdAt: UnixMs;
  readonly lastUsedAt: UnixMs;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly factor: SessionFactor | null;
}

/** Sessions that have not ended, the last used first. Times of the library's own are those of the machine. */
export async function listSessions(pool: pg.Pool, userId: UserId, now: UnixMs): Promise<readonly SessionRow[]> {
  const { rows } = await pool.query<{
    sessionId: string;
    createdAt: Date;
    lastUsedAt: Date;
    address: string;
    userAgent: string;
    factor: SessionFactor | null;
  }>(
    `SELECT id AS "sessionId", "createdAt", coalesce("lastUsedAt", "createdAt") AS "lastUsedAt",
       nullif("ipAddress", '') AS address, nullif("userAgent", '') AS "userAgent", factor
     FROM session WHERE "userId" = $1 AND "expiresAt" > $2 ORDER BY 3 DESC, 1 LIMIT 100`,
    [userId, new Date(now)],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.getTime(),
    lastUsedAt: row.lastUsedAt.getTime(),
  }));
}

/** False when the person has no such session. */
export async function endSession(pool: pg.Pool, userId: UserId, sessionId: string): Promise<boolean> {
  const ended = await pool.query('DELETE FROM session WHERE "userId" = $1 AND id = $2', [userId, sessionId]);
  return ended.rowCount === 1;
}

/** Ends all sessions of a person but one, or all; how many. */
export async function endSessions(pool: pg.Pool, userId: UserId, except: string | null): Promise<number> {
  const ended = await pool.query('DELETE FROM session WHERE "userId" = $1 AND id IS DISTINCT FROM $2', [
    userId,
    except,
  ]);
  return ended.rowCount ?? 0;
}

export async function touchSession(pool: pg.Pool, sessionId: string, now: UnixMs): Promise<void> {
  await pool.query('UPDATE session SET "lastUsedAt" = $2 WHERE id = $1', [sessionId, new Date(now)]);
}

/** Password or factor were shown again; `factor` when it was one. */
export async function markSessionProven(
  pool: pg.Pool,
  sessionId: string,
  now: UnixMs,
  factor: SessionFactor | null = null,
): Promise<void> {
  await pool.query('UPDATE session SET "provenAt" = $2, factor = coalesce($3, factor) WHERE id = $1', [
    sessionId,
    new Date(now),
    factor,
  ]);
}

import type { UnixMs, UserId } from '@highwater/domain';
import type pg from 'pg';

/** A person's row of second factors. */
export interface FactorRow {
  /** Of the authenticator app, encrypted by the identity library. */
  readonly secret: string;
  /** A JSON list of keyed hashes. */
  readonly recoveryHashes: string;
  /** The app was tried and counts. */
  readonly verified: boolean;
  readonly verifiedAt: UnixMs | null;
}

export async function findFactor(pool: pg.Pool, userId: UserId): Promise<FactorRow | undefined> {
  const { rows } = await pool.query<Omit<FactorRow, 'verifiedAt'> & { verifiedAt: Date | null }>(
    `SELECT secret, "backupCodes" AS "recoveryHashes", verified, "verifiedAt" FROM second_factor WHERE "userId" = $1`,
    [userId],
  );
  return rows.map((row) => ({ ...row, verifiedAt: row.verifiedAt?.getTime() ?? null }))[0];
}

/** Keeps the secret of an app that is to be tried; false when one that counts is there already. */
export async function savePendingTotp(pool: pg.Pool, id: string, userId: UserId, secret: string): Promise<boolean> {
  const saved = await pool.query(
    `INSERT INTO second_factor AS f (id, secret, "backupCodes", "userId", verified) VALUES ($1, $2, '[]', $3, false)
     ON CONFLICT ("userId") DO UPDATE SET secret = $2 WHERE NOT f.verified`,
    [id, secret, userId],
  );
  return saved.rowCount === 1;
}

/** Uses a code's half minute up; false when it, or a later one, was used before. Of several at once one gets it. */
export async function takeTotpStep(pool: pg.Pool, userId: UserId, step: number): Promise<boolean> {
  const taken = await pool.query(
    'UPDATE second_factor SET "lastStep" = $2 WHERE "userId" = $1 AND ("lastStep" IS NULL OR "lastStep" < $2)',
    [userId, step],
  );
  return taken.rowCount === 1;
}

/** From now on the app counts. */
export async function confirmTotp(pool: pg.Pool, userId: UserId, now: UnixMs): Promise<void> {
  await pool.query('UPDATE second_factor SET verified = true, "verifiedAt" = $2 WHERE "userId" = $1', [
    userId,
    new Date(now),
  ]);
  await enableFactor(pool, userId);
}

/** Replaces the recovery codes by the keyed hashes of new ones; makes the row for a person with passkeys only. */
export async function saveRecoveryHashes(
  pool: pg.Pool,
  id: string,
  userId: UserId,
  hashes: readonly string[],
): Promise<void> {
  await pool.query(
    `INSERT INTO second_factor (id, secret, "backupCodes", "userId", verified) VALUES ($1, '', $2, $3, false)
     ON CONFLICT ("userId") DO UPDATE SET "backupCodes" = $2`,
    [id, JSON.stringify(hashes), userId],
  );
}

/** Uses a recovery code up; false when it was none. Of several at once one gets it. */
export async function takeRecoveryHash(pool: pg.Pool, userId: UserId, hash: string): Promise<boolean> {
  const taken = await pool.query(
    `UPDATE second_factor SET "backupCodes" = (("backupCodes")::jsonb - $2::text)::text
     WHERE "userId" = $1 AND ("backupCodes")::jsonb ? $2::text`,
    [userId, hash],
  );
  return taken.rowCount === 1;
}

/** A password alone no longer opens the account. */
export async function enableFactor(pool: pg.Pool, userId: UserId): Promise<void> {
  await pool.query('UPDATE "user" SET "twoFactorEnabled" = true WHERE id = $1', [userId]);
}

/** Takes the app away; with the person's last factor the recovery codes go too. */
export async function removeTotp(pool: pg.Pool, userId: UserId): Promise<void> {
  await pool.query(`UPDATE second_factor SET secret = '', verified = false, "verifiedAt" = NULL WHERE "userId" = $1`, [
    userId,
  ]);
  await dropLastFactor(pool, userId);
}

/** Takes every factor away. */
export async function removeFactors(pool: pg.Pool, userId: UserId): Promise<void> {
  await pool.query('DELETE FROM passkey WHERE "userId" = $1', [userId]);
  await removeTotp(pool, userId);
}

export interface PasskeyRow {
  readonly passkeyId: string;
  readonly name: string | null;
  readonly createdAt: UnixMs | null;
  /** Copied between several devices of the person. */
  readonly isSynced: boolean;
}

/** Oldest first. */
export async function listPasskeys(pool: pg.Pool, userId: UserId): Promise<readonly PasskeyRow[]> {
  const { rows } = await pool.query<Omit<PasskeyRow, 'createdAt'> & { createdAt: Date | null }>(
    `SELECT id AS "passkeyId", name, "createdAt", "backedUp" AS "isSynced" FROM passkey WHERE "userId" = $1
     ORDER BY "createdAt", id`,
    [userId],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt?.getTime() ?? null }));
}

/** False when the person has no such passkey. */
export async function renamePasskey(pool: pg.Pool, userId: UserId, passkeyId: string, name: string): Promise<boolean> {
  const renamed = await pool.query('UPDATE passkey SET name = $3 WHERE "userId" = $1 AND id = $2', [
    userId,
    passkeyId,
    name,
  ]);
  return renamed.rowCount === 1;
}

/** False when the person has no such passkey. With the person's last factor the recovery codes go too. */
export async function removePasskey(pool: pg.Pool, userId: UserId, passkeyId: string): Promise<boolean> {
  const removed = await pool.query('DELETE FROM passkey WHERE "userId" = $1 AND id = $2', [userId, passkeyId]);
  if (removed.rowCount !== 1) return false;
  await dropLastFactor(pool, userId);
  return true;
}

async function dropLastFactor(pool: pg.Pool, userId: UserId): Promise<void> {
  const dropped = await pool.query(
    `DELETE FROM second_factor f WHERE "userId" = $1 AND NOT verified
       AND NOT EXISTS (SELECT FROM passkey p WHERE p."userId" = f."userId")`,
    [userId],
  );
  if (dropped.rowCount === 1) await pool.query('UPDATE "user" SET "twoFactorEnabled" = false WHERE id = $1', [userId]);
}

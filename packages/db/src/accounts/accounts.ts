import type { UnixMs, UserId } from '@highwater/domain';
import type pg from 'pg';

export interface AccountRow {
  readonly userId: UserId;
  readonly email: string;
  readonly name: string;
  /** Browsers remembered before are strangers. */
  readonly devicesFrom: UnixMs | null;
}

const SELECT_ACCOUNTS = 'SELECT id AS "userId", email, name, "devicesFrom" FROM "user"';
type Read = Omit<AccountRow, 'devicesFrom'> & { devicesFrom: Date | null };
const asAccount = (row: Read): AccountRow => ({ ...row, devicesFrom: row.devicesFrom?.getTime() ?? null });

/** The account of an e-mail in lower case. */
export async function findAccountByEmail(pool: pg.Pool, email: string): Promise<AccountRow | undefined> {
  const { rows } = await pool.query<Read>(`${SELECT_ACCOUNTS} WHERE email = $1`, [email]);
  return rows.map(asAccount)[0];
}

export async function findAccount(pool: pg.Pool, userId: UserId): Promise<AccountRow | undefined> {
  const { rows } = await pool.query<Read>(`${SELECT_ACCOUNTS} WHERE id = $1`, [userId]);
  return rows.map(asAccount)[0];
}

/** Browsers that signed in until now are strangers again. */
export async function forgetDevices(pool: pg.Pool, userId: UserId, now: UnixMs): Promise<void> {
  await pool.query('UPDATE "user" SET "devicesFrom" = $2 WHERE id = $1', [userId, new Date(now)]);
}

/** The password's hash; undefined for a person who has none. */
export async function findPasswordHash(pool: pg.Pool, userId: UserId): Promise<string | undefined> {
  const { rows } = await pool.query<{ password: string }>(
    `SELECT password FROM account WHERE "userId" = $1 AND "providerId" = 'credential' AND password IS NOT NULL`,
    [userId],
  );
  return rows[0]?.password;
}

/** Whose sign-in waits for a second factor, by what the library keeps of it. */
export async function findWaitingSignIn(pool: pg.Pool, identifier: string): Promise<UserId | undefined> {
  const { rows } = await pool.query<{ value: UserId }>('SELECT value FROM verification WHERE identifier = $1', [
    identifier,
  ]);
  return rows[0]?.value;
}

/** Removes proofs of the library that nobody finished, and counts up to `limit` that are open. */
export async function sweepProofs(pool: pg.Pool, now: UnixMs, limit: number): Promise<number> {
  await pool.query(
    `DELETE FROM verification WHERE id IN (
       SELECT id FROM verification WHERE "expiresAt" <= $1 ORDER BY "expiresAt" LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    [new Date(now)],
  );
  const { rows } = await pool.query<{ open: string }>(
    'SELECT count(*) AS open FROM (SELECT FROM verification LIMIT $1) AS proofs',
    [limit],
  );
  return Number(rows[0]?.open);
}

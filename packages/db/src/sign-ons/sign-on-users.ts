import type { TenantId, UnixMs, UserId } from '@highwater/domain';
import type pg from 'pg';

/** Under the reserved name `.invalid`: no mail reaches it, and nobody can sign up with it. */
const ADDRESS_ENDING = '@sso.invalid';

/** A person without password, with an address that says nothing and is linked to nobody. `pool` is the identity pool. */
export async function insertSignOnUser(pool: pg.Pool, userId: UserId, name: string, now: UnixMs): Promise<void> {
  await pool.query(
    `INSERT INTO "user" (id, name, email, "emailVerified", "createdAt", "updatedAt") VALUES ($1, $2, $3, false, $4, $4)`,
    [userId, name, `${userId}${ADDRESS_ENDING}`, new Date(now)],
  );
}

/** Whether an address is one that `insertSignOnUser` gave. */
export function isSignOnAddress(email: string): boolean {
  return email.endsWith(ADDRESS_ENDING);
}

/** Ends every session that was opened for this company by single sign-on; how many. */
export async function endSignOnSessions(pool: pg.Pool, tenantId: TenantId): Promise<number> {
  const { rowCount } = await pool.query('DELETE FROM session WHERE "tenantId" = $1', [tenantId]);
  return rowCount ?? 0;
}

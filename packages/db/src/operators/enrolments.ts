import type { OperatorId, UnixMs } from '@highwater/domain';
import type pg from 'pg';

/** Whom a link enrols, while it is unused and young. `pool` is the identity pool. */
export async function findEnrolment(
  pool: pg.Pool,
  tokenHash: string,
  now: UnixMs,
): Promise<{ readonly operatorId: OperatorId; readonly name: string; readonly email: string } | undefined> {
  const { rows } = await pool.query<{ operatorId: OperatorId; name: string; email: string }>(
    `SELECT o.id AS "operatorId", o.name, o.email FROM operator_enrolment e JOIN operator o ON o.id = e.operator_id
     WHERE e.token_hash = $1 AND e.expires_at > $2 AND e.used_at IS NULL`,
    [tokenHash, new Date(now)],
  );
  return rows[0];
}

/** Uses a link up; false when somebody was earlier or it is too old. */
export async function takeEnrolment(pool: pg.Pool, tokenHash: string, now: UnixMs): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE operator_enrolment SET used_at = $2 WHERE token_hash = $1 AND expires_at > $2 AND used_at IS NULL',
    [tokenHash, new Date(now)],
  );
  return rowCount === 1;
}

/** By the name of its account. */
export async function findOperatorAccount(pool: pg.Pool, email: string): Promise<OperatorId | undefined> {
  const { rows } = await pool.query<{ id: OperatorId }>('SELECT id FROM operator WHERE email = $1', [
    email.toLowerCase(),
  ]);
  return rows[0]?.id;
}

import type { UnixMs } from '@highwater/domain';
import type pg from 'pg';

/** How long a try counts. */
const HOUR_MS = 3_600_000;
/** Rows without a try that counts, removed by every counted try: more than it can add. */
const SWEPT_PER_TRY = 10;

/** What is counted together; `slot` is 20 bits of a keyed hash. */
export interface AttemptSlot {
  readonly kind: 'account' | 'address' | 'device' | 'code' | 'code_device' | 'link_address' | 'mail' | 'mail_address';
  readonly slot: number;
}

/**
 * Counts a try at `now`, unless `limit` tries were counted within the hour before; false then, and nothing is written.
 * Of tries at the same time in several processes no more than `limit` are counted. `pool` is the identity pool.
 */
export async function countAttempt(
  pool: pg.Pool,
  { kind, slot }: AttemptSlot,
  limit: number,
  now: UnixMs,
): Promise<boolean> {
  const counted = await pool.query(
    `INSERT INTO attempts AS a (kind, slot, tried_at, ends_at) VALUES ($1, $2, ARRAY[$3::timestamptz], $4)
     ON CONFLICT (kind, slot) DO UPDATE SET
       tried_at = (SELECT coalesce(array_agg(t ORDER BY t), '{}') FROM unnest(a.tried_at) t WHERE t > $5)
         || $3::timestamptz,
       ends_at = $4
     WHERE (SELECT count(*) FROM unnest(a.tried_at) t WHERE t > $5) < $6`,
    [kind, slot, new Date(now), new Date(now + HOUR_MS), new Date(now - HOUR_MS), limit],
  );
  if (counted.rowCount === 0) return false;
  await pool.query(
    `DELETE FROM attempts WHERE (kind, slot) IN (
       SELECT kind, slot FROM attempts WHERE ends_at <= $1 ORDER BY ends_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [new Date(now), SWEPT_PER_TRY],
  );
  return true;
}

/** Takes back the try that was counted at `at`: it was no guess, or no password was checked. */
export async function takeAttemptBack(pool: pg.Pool, { kind, slot }: AttemptSlot, at: UnixMs): Promise<void> {
  await pool.query(
    `UPDATE attempts SET tried_at =
       tried_at[:array_position(tried_at, $3::timestamptz) - 1] || tried_at[array_position(tried_at, $3::timestamptz) + 1:]
     WHERE kind = $1 AND slot = $2 AND $3::timestamptz = ANY (tried_at)`,
    [kind, slot, new Date(at)],
  );
}

import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What is known of a company's index in the database, and of the one outside where it has that. */
export interface IndexState {
  /** The way of making tokens that no row is older than; 0 while that is not known. */
  readonly tokenVersion: number;
  /** When the last whole look ended, and what it found before it mended that. */
  readonly checkedAt: UnixMs | null;
  readonly examined: number;
  readonly missing: number;
  readonly extra: number;
  readonly differing: number;
  readonly unreadable: number;
  readonly typesenseOn: boolean;
  /** It is off, and documents may still be there. */
  readonly typesenseLeaving: boolean;
  readonly typesenseChangedAt: UnixMs | null;
  /** Generations that hold every message, but for what waits in the feed. */
  readonly typesenseFilled: readonly string[];
  readonly typesenseVersion: number;
  readonly typesenseCheckedAt: UnixMs | null;
  readonly typesenseDrift: number;
  /** How many documents it had then. */
  readonly typesenseDocuments: number;
  readonly typesenseNextAt: UnixMs;
  readonly typesenseFault: string | null;
  readonly typesenseStops: number;
}

/** What a company has that nobody looked at yet. */
export const UNKNOWN_INDEX: IndexState = {
  tokenVersion: 0,
  checkedAt: null,
  examined: 0,
  missing: 0,
  extra: 0,
  differing: 0,
  unreadable: 0,
  typesenseOn: false,
  typesenseLeaving: false,
  typesenseChangedAt: null,
  typesenseFilled: [],
  typesenseVersion: 0,
  typesenseCheckedAt: null,
  typesenseDrift: 0,
  typesenseDocuments: 0,
  typesenseNextAt: 0,
  typesenseFault: null,
  typesenseStops: 0,
};

/** Undefined until somebody looked at the company's index. */
export async function findIndexState(tx: TenantTx): Promise<IndexState | undefined> {
  const { rows } = await tx.query<IndexState>(
    `SELECT token_version AS "tokenVersion", checked_at AS "checkedAt", examined, missing, extra, differing, unreadable,
       typesense_on AS "typesenseOn", typesense_leaving AS "typesenseLeaving", typesense_changed_at AS "typesenseChangedAt",
       typesense_filled AS "typesenseFilled", typesense_version AS "typesenseVersion",
       typesense_checked_at AS "typesenseCheckedAt", typesense_drift AS "typesenseDrift",
       typesense_documents AS "typesenseDocuments",
       typesense_next_at AS "typesenseNextAt", typesense_fault AS "typesenseFault", typesense_stops AS "typesenseStops"
     FROM hw.index_states WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return rows[0];
}

/** Begins to keep account of a company's index. One without a message has nothing that an older version made. */
export async function ensureIndexState(tx: TenantTx, tokenVersion: number): Promise<void> {
  await tx.query(
    `INSERT INTO hw.index_states (tenant_id, token_version)
     SELECT $1, CASE WHEN EXISTS (SELECT FROM hw.messages WHERE tenant_id = $1) THEN 0 ELSE $2 END
     ON CONFLICT (tenant_id) DO NOTHING`,
    [tx.tenantId, tokenVersion],
  );
}

/** Keeps what a whole look found. A rebuild says with `tokenVersion` that nothing older is left. */
export async function saveIndexLook(
  tx: TenantTx,
  look: {
    readonly examined: number;
    readonly missing: number;
    readonly extra: number;
    readonly differing: number;
    readonly unreadable: number;
    readonly tokenVersion: number | null;
    readonly now: UnixMs;
    readonly nextAt: UnixMs;
  },
): Promise<void> {
  // Only a rebuild opens every message: a look that opened none leaves their number as it was.
  await tx.query(
    `UPDATE hw.index_states SET checked_at = $2, examined = $3, missing = $4, extra = $5, differing = $6,
       unreadable = CASE WHEN $8::int IS NULL THEN greatest(unreadable, $7) ELSE $7 END,
       token_version = coalesce($8, token_version), next_check_at = $9
     WHERE tenant_id = $1`,
    [
      tx.tenantId,
      new Date(look.now),
      look.examined,
      look.missing,
      look.extra,
      look.differing,
      look.unreadable,
      look.tokenVersion,
      new Date(look.nextAt),
    ],
  );
}

/** Keeps the sweep from asking for another look before `nextAt`. */
export async function postponeIndexCheck(tx: TenantTx, nextAt: UnixMs): Promise<void> {
  await tx.query(`UPDATE hw.index_states SET next_check_at = greatest(next_check_at, $2) WHERE tenant_id = $1`, [
    tx.tenantId,
    new Date(nextAt),
  ]);
}

import type { MemberId, SavedSearchId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Searches that one member keeps; more would not be found again in their list. */
const MOST_SAVED = 100;

export interface SavedSearchRow {
  readonly searchId: SavedSearchId;
  readonly name: string;
  readonly sealedQuery: Buffer;
  readonly createdAt: UnixMs;
}

/** A member's own, by name. */
export async function listSavedSearches(tx: TenantTx, memberId: MemberId): Promise<readonly SavedSearchRow[]> {
  const { rows } = await tx.query<SavedSearchRow>(
    `SELECT search_id AS "searchId", name, query_sealed AS "sealedQuery", created_at AS "createdAt"
     FROM hw.saved_searches WHERE tenant_id = $1 AND member_id = $2 ORDER BY name, search_id`,
    [tx.tenantId, memberId],
  );
  return rows;
}

export interface NewSavedSearch {
  readonly searchId: SavedSearchId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly sealedQuery: Uint8Array;
  readonly createdAt: UnixMs;
}

/** Keeps a search. `name_taken` when the member has one of that name, `too_many` when it has 100. */
export async function insertSavedSearch(
  tx: TenantTx,
  search: NewSavedSearch,
): Promise<'saved' | 'name_taken' | 'too_many'> {
  // Two at once wait for each other, so that neither counts without the other.
  await tx.query('SELECT FROM hw.members WHERE tenant_id = $1 AND member_id = $2 FOR NO KEY UPDATE', [
    tx.tenantId,
    search.memberId,
  ]);
  const kept = await listSavedSearches(tx, search.memberId);
  if (kept.some(({ name }) => name === search.name)) return 'name_taken';
  if (kept.length >= MOST_SAVED) return 'too_many';
  await tx.query(
    `INSERT INTO hw.saved_searches (tenant_id, search_id, member_id, name, query_sealed, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [tx.tenantId, search.searchId, search.memberId, search.name, search.sealedQuery, new Date(search.createdAt)],
  );
  return 'saved';
}

/** False when the member has no such search. */
export async function deleteSavedSearch(tx: TenantTx, memberId: MemberId, searchId: SavedSearchId): Promise<boolean> {
  const { rowCount } = await tx.query(
    'DELETE FROM hw.saved_searches WHERE tenant_id = $1 AND member_id = $2 AND search_id = $3',
    [tx.tenantId, memberId, searchId],
  );
  return rowCount === 1;
}

/** Of a member that leaves. */
export async function deleteSavedSearchesOf(tx: TenantTx, memberId: MemberId): Promise<void> {
  await tx.query('DELETE FROM hw.saved_searches WHERE tenant_id = $1 AND member_id = $2', [tx.tenantId, memberId]);
}

import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { departmentColumns } from './granted-departments.ts';
import { isPlain, NO_TERMS, type GrantTerms } from './grant-terms.ts';

/**
 * Gives a member a grant besides those that it has. It must be everything or name something. What is left out of the terms
 * is as `NO_TERMS` has it.
 */
export async function insertGrant(
  tx: TenantTx,
  grant: Partial<GrantTerms> & {
    readonly grantId: string;
    readonly memberId: MemberId;
    readonly grantedBy: MemberId;
    readonly grantedAt: UnixMs;
    readonly note?: string | null;
  },
): Promise<void> {
  const { grantId, memberId, grantedBy, grantedAt, note = null, ...said } = grant;
  const given = new Date(grantedAt);
  const terms = { ...NO_TERMS, ...said };
  await tx.query(
    `INSERT INTO hw.grants (tenant_id, grant_id, member_id, granted_by, granted_at, note, revoked_at, is_plain, ${COLUMNS.join(', ')})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${placesFrom(9)})`,
    [
      tx.tenantId,
      grantId,
      memberId,
      grantedBy,
      given,
      note,
      isPlain(terms) ? null : given,
      isPlain(terms),
      ...valuesOf(terms),
    ],
  );
}

/** Replaces what a grant in force gives; false when the member has none of this id. */
export async function updateGrant(
  tx: TenantTx,
  memberId: MemberId,
  grantId: string,
  { note, ...terms }: GrantTerms & { readonly note: string | null },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.grants SET (note, is_plain, revoked_at, ${COLUMNS.join(', ')})
       = ROW ($4, $5, CASE WHEN $5 THEN NULL ELSE granted_at END, ${placesFrom(6)})
     WHERE tenant_id = $1 AND member_id = $2 AND grant_id = $3 AND ended_at IS NULL AND (revoked_at IS NULL OR NOT is_plain)`,
    [tx.tenantId, memberId, grantId, note, isPlain(terms), ...valuesOf(terms)],
  );
  return rowCount === 1;
}

/** Ends one grant of a member; the row stays. False when the member has none of this id. */
export async function revokeGrant(
  tx: TenantTx,
  memberId: MemberId,
  grantId: string,
  by: MemberId,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(`${END} AND grant_id = $5 AND (revoked_at IS NULL OR NOT is_plain)`, [
    tx.tenantId,
    memberId,
    by,
    new Date(now),
    grantId,
  ]);
  return rowCount === 1;
}

/** Ends every grant of a member; the rows stay. `by` is null where no member did it. */
export async function revokeGrants(tx: TenantTx, memberId: MemberId, by: MemberId | null, now: UnixMs): Promise<void> {
  await tx.query(END, [tx.tenantId, memberId, by, new Date(now)]);
}

const END = `UPDATE hw.grants SET ended_at = $4, ended_by = $3, revoked_at = coalesce(revoked_at, $4)
  WHERE tenant_id = $1 AND member_id = $2 AND ended_at IS NULL`;

/** What `valuesOf` writes, in its order, with the types that lists need. */
const TYPES = {
  actions: 'text[]',
  employees: 'text[]',
  department_connections: 'uuid[]',
  department_ids: 'bigint[]',
  departments_as_of: 'text',
  is_self: 'boolean',
  is_everything: 'boolean',
  customers: 'text[]',
  tag_connections: 'uuid[]',
  tag_ids: 'text[]',
  rooms: 'text[]',
  kinds: 'text[]',
  directions: 'text[]',
  sent_from: 'timestamptz',
  sent_until: 'timestamptz',
  expires_at: 'timestamptz',
} as const;
const COLUMNS = Object.keys(TYPES);

function placesFrom(first: number): string {
  return Object.values(TYPES)
    .map((type, place) => `$${first + place}::${type}`)
    .join(', ');
}

function valuesOf(terms: GrantTerms): readonly unknown[] {
  return [
    terms.actions,
    terms.employees,
    ...departmentColumns(terms.departments),
    terms.isSelf,
    terms.isEverything,
    terms.customers,
    terms.tags.map(({ connectionId }) => connectionId),
    terms.tags.map(({ tagId }) => tagId),
    terms.rooms,
    terms.kinds,
    terms.directions,
    ...[terms.sentFrom, terms.sentUntil, terms.expiresAt].map((time) => (time === null ? null : new Date(time))),
  ];
}

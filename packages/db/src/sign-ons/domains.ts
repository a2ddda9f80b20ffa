import { FaultError, type MemberId, type UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A domain that a company says is its own. */
export interface SignOnDomainRow {
  readonly domain: string;
  /** What the TXT record has to hold. */
  readonly record: string;
  readonly addedAt: UnixMs;
  readonly provenAt: UnixMs | null;
}

const SELECT = `SELECT domain, record, added_at AS "addedAt", proven_at AS "provenAt" FROM hw.sign_on_domains WHERE tenant_id = $1`;

export async function listSignOnDomains(tx: TenantTx): Promise<readonly SignOnDomainRow[]> {
  const { rows } = await tx.query<SignOnDomainRow>(`${SELECT} ORDER BY domain LIMIT 100`, [tx.tenantId]);
  return rows;
}

export async function findSignOnDomain(tx: TenantTx, domain: string): Promise<SignOnDomainRow | undefined> {
  const { rows } = await tx.query<SignOnDomainRow>(`${SELECT} AND domain = $2`, [tx.tenantId, domain]);
  return rows[0];
}

/** Whether the company proved the domain of an address. */
export async function isDomainProven(tx: TenantTx, email: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT FROM hw.sign_on_domains
     WHERE tenant_id = $1 AND domain = lower(split_part($2, '@', 2)) AND proven_at IS NOT NULL`,
    [tx.tenantId, email],
  );
  return rowCount === 1;
}

/** One that is there already stays as it is. */
export async function insertSignOnDomain(
  tx: TenantTx,
  one: { readonly domain: string; readonly record: string; readonly addedBy: MemberId; readonly addedAt: UnixMs },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.sign_on_domains (tenant_id, domain, record, added_by, added_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, domain) DO NOTHING`,
    [tx.tenantId, one.domain, one.record, one.addedBy, new Date(one.addedAt)],
  );
}

/** Throws `domain.taken` when another company proved it before. */
export async function markDomainProven(tx: TenantTx, domain: string, now: UnixMs): Promise<void> {
  await tx
    .query(`UPDATE hw.sign_on_domains SET proven_at = coalesce(proven_at, $3) WHERE tenant_id = $1 AND domain = $2`, [
      tx.tenantId,
      domain,
      new Date(now),
    ])
    .catch((cause: unknown) => {
      const taken = cause instanceof Error && 'code' in cause && cause.code === '23505';
      throw taken ? new FaultError('domain.taken', { cause }) : cause;
    });
}

export async function deleteSignOnDomain(tx: TenantTx, domain: string): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM hw.sign_on_domains WHERE tenant_id = $1 AND domain = $2', [
    tx.tenantId,
    domain,
  ]);
  return rowCount === 1;
}

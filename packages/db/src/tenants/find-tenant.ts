import { FaultError } from '@highwater/domain';
import type { Language, TenantId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface TenantRow {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly zone: string;
  readonly language: Language;
  readonly status: 'active' | 'suspended';
  readonly createdAt: UnixMs;
}

/** The tenant of the transaction. */
export async function findTenant(tx: TenantTx): Promise<TenantRow | undefined> {
  const { rows } = await tx.query<TenantRow>(
    `SELECT tenant_id AS "tenantId", name, zone, language, status, created_at AS "createdAt"
     FROM hw.tenants WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return rows[0];
}

/** Throws `thing.missing`. */
export async function getTenant(tx: TenantTx): Promise<TenantRow> {
  const tenant = await findTenant(tx);
  if (tenant === undefined) throw new FaultError('thing.missing');
  return tenant;
}

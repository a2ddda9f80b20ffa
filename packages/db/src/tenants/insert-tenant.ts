import type { Language, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Makes the tenant of the transaction with its first data key (wrapped). */
export async function insertTenant(
  tx: TenantTx,
  tenant: { name: string; zone: string; language: Language; createdAt: UnixMs; wrappedDataKey: Uint8Array },
): Promise<void> {
  const createdAt = new Date(tenant.createdAt);
  await tx.query('INSERT INTO hw.tenants (tenant_id, name, zone, language, created_at) VALUES ($1, $2, $3, $4, $5)', [
    tx.tenantId,
    tenant.name,
    tenant.zone,
    tenant.language,
    createdAt,
  ]);
  await tx.query('INSERT INTO hw.tenant_keys (tenant_id, version, wrapped, created_at) VALUES ($1, 1, $2, $3)', [
    tx.tenantId,
    tenant.wrappedDataKey,
    createdAt,
  ]);
}

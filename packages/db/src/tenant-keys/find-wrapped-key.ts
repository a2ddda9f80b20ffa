import type { TenantTx } from '../transactions/in-tenant.ts';

/** The tenant's newest data key, wrapped by the key-encryption key. */
export async function findWrappedKey(
  tx: TenantTx,
): Promise<{ readonly version: number; readonly wrapped: Buffer } | undefined> {
  const { rows } = await tx.query<{ version: number; wrapped: Buffer }>(
    'SELECT version, wrapped FROM hw.tenant_keys WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1',
    [tx.tenantId],
  );
  return rows[0];
}

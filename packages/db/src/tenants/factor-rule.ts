import type { TenantTx } from '../transactions/in-tenant.ts';

/** Whether the company lets nobody in without a second factor. */
export async function findFactorRule(tx: TenantTx): Promise<boolean> {
  const { rows } = await tx.query<{ required: boolean }>(
    'SELECT factor_required AS required FROM hw.tenants WHERE tenant_id = $1',
    [tx.tenantId],
  );
  return rows[0]?.required === true;
}

/** False when it was so before. */
export async function updateFactorRule(tx: TenantTx, required: boolean): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE hw.tenants SET factor_required = $2 WHERE tenant_id = $1 AND factor_required <> $2',
    [tx.tenantId, required],
  );
  return rowCount === 1;
}

import { insertTenant, inTenant, type Database } from '@highwater/db';
import type { TenantId, UnixMs } from '@highwater/domain';
import { newId, ROW_TIME } from './new-id.ts';

/** A tenant with a data key that opens nothing. */
export async function addTenant(
  database: Pick<Database, 'app'>,
  tenant: { name?: string; createdAt?: UnixMs } = {},
): Promise<TenantId> {
  const tenantId = newId<TenantId>();
  await inTenant(database, tenantId, (tx) =>
    insertTenant(tx, {
      name: tenant.name ?? '青橙测试贸易有限公司',
      zone: 'Asia/Shanghai',
      language: 'zh-CN',
      createdAt: tenant.createdAt ?? ROW_TIME,
      wrappedDataKey: Buffer.from('opens nothing'),
    }),
  );
  return tenantId;
}

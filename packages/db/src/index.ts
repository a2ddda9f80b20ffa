export * from './pools/database-settings.ts';
export { createPool } from './pools/create-pool.ts';
export { closeDatabase, createDatabase, type Database } from './pools/create-database.ts';
export { inTenant, type TenantTx } from './transactions/in-tenant.ts';
export { asPlatform, PLATFORM_REASONS, type PlatformReason, type PlatformTx } from './transactions/as-platform.ts';
export { asSearch } from './transactions/as-search.ts';
export { bootstrapCluster } from './bootstrap/bootstrap-cluster.ts';
export { migrate } from './migrate/migrate.ts';

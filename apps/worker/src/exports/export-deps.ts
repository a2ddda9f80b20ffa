import type { TenantKeys } from '@highwater/crypto';
import type { Database } from '@highwater/db';
import type { Clock, Failpoint, ObjectStore, SearchIndex } from '@highwater/domain';
import type { EnqueueJob } from '@highwater/jobs';

export interface ExportDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly tenantKeys: TenantKeys;
  readonly objects: ObjectStore;
  readonly searchIndex: SearchIndex;
  readonly enqueue: EnqueueJob;
  readonly failpoint: Failpoint;
}

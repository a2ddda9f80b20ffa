import type { OpeningPool, TenantKeys } from '@highwater/crypto';
import type { Database } from '@highwater/db';
import type {
  Clock,
  ContactsGateway,
  CopyMaker,
  Failpoint,
  FinanceGateway,
  Log,
  ObjectStore,
  SearchIndexWriter,
} from '@highwater/domain';
import type { EnqueueJob, EnqueueJobs } from '@highwater/jobs';

/** What the chain from WeCom to a readable message needs; every edge is a port, so that tests bring their own. */
export interface ChainDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly failpoint: Failpoint;
  readonly tenantKeys: TenantKeys;
  readonly finance: FinanceGateway;
  readonly contacts: ContactsGateway;
  readonly opening: OpeningPool;
  readonly objects: ObjectStore;
  /** Makes playable, small and searchable copies; `version` rises when they would come out differently. */
  readonly copies: { readonly maker: CopyMaker; readonly version: number };
  /** The index outside the database, where the deployment has one. */
  readonly searchWriter: SearchIndexWriter | null;
  readonly enqueue: EnqueueJob;
  readonly enqueueMany: EnqueueJobs;
  readonly settings: ChainSettings;
}

export interface ChainSettings {
  /** Key pair of the worker's box: credentials are sealed to the public half and opened with the private one. */
  readonly boxPublicPem: string;
  readonly boxPrivatePem: string;
  readonly pullIntervalMs: number;
  /** Files above this are not fetched. */
  readonly largestFileBytes: number;
}

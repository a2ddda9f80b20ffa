import type { LogFields } from '@highwater/domain';

/** The run-time half of LogFields: a name that is missing here, or that LogFields lacks, does not type-check. */
const names = {
  requestId: true,
  tenantId: true,
  memberId: true,
  connectionId: true,
  exportId: true,
  scheduleId: true,
  mediaId: true,
  jobId: true,
  queue: true,
  route: true,
  method: true,
  status: true,
  durationMs: true,
  count: true,
  bytes: true,
  seq: true,
  attempt: true,
  fault: true,
  port: true,
  component: true,
  errorName: true,
  errorCode: true,
  errorAt: true,
} satisfies Record<keyof LogFields, true>;

export const LOG_FIELD_NAMES: ReadonlySet<string> = new Set(Object.keys(names));

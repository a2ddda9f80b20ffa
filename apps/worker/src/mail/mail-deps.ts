import type { TenantKeys } from '@highwater/crypto';
import type { Database } from '@highwater/db';
import type { Clock, Failpoint, Mailer } from '@highwater/domain';
import type { EnqueueJob } from '@highwater/jobs';

export interface MailDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly tenantKeys: TenantKeys;
  readonly mailer: Mailer;
  readonly enqueue: EnqueueJob;
  readonly failpoint: Failpoint;
  /** Public origin, without a trailing slash. */
  readonly portalUrl: string;
}

/** The same mail tried again carries the same id, so that a receiver can tell. */
export function messageIdOf(portalUrl: string, thing: string): string {
  return `<${thing}@${new URL(portalUrl).hostname}>`;
}

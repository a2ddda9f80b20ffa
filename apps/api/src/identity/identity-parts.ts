import type { createIdentityPool, Database } from '@highwater/db';
import type { Clock, Log } from '@highwater/domain';
import type { AccountAudit } from './account-audit.ts';
import type { AccountMails } from './account-mails.ts';
import type { Auth } from './create-auth.ts';
import type { GuessLimits } from './limit-guesses.ts';

/** What the answers of the identity paths are made of. */
export interface IdentityParts {
  readonly auth: Auth;
  readonly pool: ReturnType<typeof createIdentityPool>;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: GuessLimits;
  readonly mails: AccountMails;
  readonly audit: AccountAudit;
  /** Of the hashes of recovery codes. */
  readonly recoveryKey: Uint8Array;
}

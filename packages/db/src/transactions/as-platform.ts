import type { SqlRunner } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { runTransaction, type TransactionOptions } from './run-transaction.ts';

/** Why somebody looks before or across tenants; the list is closed so that each is a decision. */
export const PLATFORM_REASONS = [
  'session look-up',
  'invitation look-up',
  'link look-up',
  'key look-up',
  'callback look-up',
  'single sign-on look-up',
  'sweep',
  'operator console',
  'readiness',
] as const;
export type PlatformReason = (typeof PLATFORM_REASONS)[number];

declare const platform: unique symbol;
/** A read-only transaction before or across tenants: columns without content only. */
export interface PlatformTx extends SqlRunner {
  readonly [platform]: true;
}

export function asPlatform<Result>(
  database: Pick<Database, 'platform'>,
  reason: PlatformReason,
  work: (tx: PlatformTx) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const settings = { application_name: `hw_platform: ${reason}`, transaction_read_only: 'on' };
  return runTransaction(database.platform, settings, (runner) => work(runner as PlatformTx), options);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inviteOperator } from '@highwater/db';
import { need, type StartContext } from './start-context.ts';
import { DATABASE_NAME } from './steps/migrate-database.ts';

/**
 * Makes one of the operator's people, if it is not there yet, and answers the word by which it enters without a passkey:
 * development's door, the same for all of them.
 */
export async function makeDemoOperator(
  context: Pick<StartContext, 'dataDir' | 'postgres' | 'secrets'>,
  operator: { readonly name: string; readonly email: string },
): Promise<string> {
  const { host, port } = need(context, 'postgres').superuser;
  const password = need(context, 'secrets').migrator;
  const migrator = { host, port, database: DATABASE_NAME, user: 'hw_migrator', password };
  const now = Date.now();
  await inviteOperator(migrator, { ...operator, tokenHash: null, expiresAt: now, now });
  const key = readFileSync(join(context.dataDir, 'keys/operator-door.key'), 'utf8');
  return Buffer.from(key.trim(), 'base64').toString('base64url');
}

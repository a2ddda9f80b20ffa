import { asPlatform, closeDatabase, createDatabase, findMissingMigration } from '@highwater/db';
import type { DatabaseTarget } from '@highwater/config';
import { failed, ok, type Check } from './check.ts';

const CURES: Readonly<Record<string, readonly [found: string, cure: string]>> = {
  '28P01': ['PostgreSQL refuses the password of hw_platform', 'Correct HIGHWATER_PASSWORD_PLATFORM.'],
  '28000': ['PostgreSQL refuses the role hw_platform', 'Run the migration, which makes the roles.'],
  '3D000': ['the database does not exist', 'Correct HIGHWATER_DATABASE_NAME, or run the migration.'],
  '3F000': ['the database was never migrated', 'Run the migration.'],
  '42P01': ['the database was never migrated', 'Run the migration.'],
  '42501': ['the role hw_platform may not read what it needs', 'Run the migration.'],
};
const UNREACHABLE =
  'Start PostgreSQL, or correct HIGHWATER_DATABASE_HOST, HIGHWATER_DATABASE_PORT and HIGHWATER_DATABASE_TLS.';

/** Asks the database for the first migration it lacks. */
export async function askDatabase(target: DatabaseTarget, platformPassword: string): Promise<string | undefined> {
  // Pools connect when they are asked: only the platform's is.
  const database = createDatabase(target, { app: '', platform: platformPassword, search: '' }, { max: 1 });
  try {
    return await asPlatform(database, 'readiness', findMissingMigration);
  } finally {
    await closeDatabase(database);
  }
}

/** Whether the database answers and is as new as this code. `ask` is askDatabase with its settings. */
export async function checkDatabase(ask: () => Promise<string | undefined>): Promise<Check> {
  try {
    const missing = await ask();
    if (missing === undefined) return ok('database', 'reachable, all migrations ran');
    return failed('database', `the migration ${missing} did not run`, 'Run the migration before the apps start.');
  } catch (error) {
    const code = findCode(error);
    const [found, cure] = CURES[code] ?? [`PostgreSQL could not be reached (${code})`, UNREACHABLE];
    return failed('database', found, cure);
  }
}

/** The code nearest to the cause: ours wrap the driver's. */
function findCode(error: unknown): string {
  let found = 'unknown';
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') found = at.code;
  }
  return found;
}

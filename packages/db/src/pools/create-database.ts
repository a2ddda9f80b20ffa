import type pg from 'pg';
import { createPool } from './create-pool.ts';
import type { ServerSettings } from './database-settings.ts';

/**
 * Candidates are gathered, sorted and counted in memory: the default of 4 MB forgets which rows of a page they were.
 * Compiling a statement takes longer than it runs, and a second process for it would be taken from other readers.
 */
const SEARCH_SETTINGS = { work_mem: '32MB', jit: 'off', max_parallel_workers_per_gather: '0' };

/** The pools of one process. Queries reach them only through inTenant, asPlatform and asSearch. */
export interface Database {
  readonly app: pg.Pool;
  readonly platform: pg.Pool;
  readonly search: pg.Pool;
}

export function createDatabase(
  server: ServerSettings,
  passwords: { app: string; platform: string; search: string },
  options: { max?: number; statementSeconds?: number } = {},
): Database {
  const max = options.max ?? 10;
  const limits = options.statementSeconds === undefined ? {} : { statementSeconds: options.statementSeconds };
  return {
    app: createPool({ ...server, user: 'hw_app', password: passwords.app }, { max, ...limits }),
    platform: createPool({ ...server, user: 'hw_platform', password: passwords.platform }, { max: 4, ...limits }),
    search: createPool(
      { ...server, user: 'hw_search', password: passwords.search },
      { max: 4, settings: SEARCH_SETTINGS, ...limits },
    ),
  };
}

export async function closeDatabase(database: Database): Promise<void> {
  await Promise.all([database.app.end(), database.platform.end(), database.search.end()]);
}

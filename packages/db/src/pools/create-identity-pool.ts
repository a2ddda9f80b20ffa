import pg from 'pg';
import type { LoginSettings } from './database-settings.ts';
import { sslOf } from './ssl-of.ts';
import { surviveLostConnections } from './survive-lost-connections.ts';

/**
 * The identity library's own pool, as hw_identity in schema `identity`. Unlike ours it reads times as Date,
 * because the library does.
 */
export function createIdentityPool(login: LoginSettings, options: { max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    ...login,
    ssl: sslOf(login),
    max: options.max ?? 5,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
    options: '-c timezone=UTC -c search_path=identity',
    application_name: login.user,
  });
  surviveLostConnections(pool);
  return pool;
}

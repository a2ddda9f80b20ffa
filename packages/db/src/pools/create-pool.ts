import pg from 'pg';
import type { LoginSettings } from './database-settings.ts';
import { sslOf } from './ssl-of.ts';
import { surviveLostConnections } from './survive-lost-connections.ts';

const TIMESTAMPTZ = 1184;
const TIMESTAMPTZ_ARRAY = 1185;
const DATE = 1082;

/** Times arrive as Unix milliseconds, days as "YYYY-MM-DD"; bigint and numeric stay decimal strings. */
function parserFor(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === TIMESTAMPTZ) return parseTime;
  if (oid === TIMESTAMPTZ_ARRAY) throw new TypeError('arrays of times are not read');
  if (oid === DATE) return (value) => value;
  return pg.types.getTypeParser(oid, format ?? 'text');
}

/** "2026-11-22 08:12:39.123+00", always UTC because the session's zone is. */
function parseTime(value: string): number {
  return Date.parse(`${value.replace(' ', 'T')}:00`);
}

/**
 * A pool of one role. `max` is connections. Sessions run in UTC; a statement is ended after `statementSeconds`,
 * a forgotten transaction after as long again. `settings` are PostgreSQL's.
 */
export function createPool(
  login: LoginSettings,
  options: { max: number; statementSeconds?: number; settings?: Readonly<Record<string, string>> },
): pg.Pool {
  const limit = (options.statementSeconds ?? 60) * 1000;
  const pool = new pg.Pool({
    ...login,
    ssl: sslOf(login),
    max: options.max,
    types: { getTypeParser: parserFor as typeof pg.types.getTypeParser },
    connectionTimeoutMillis: 10_000,
    statement_timeout: limit,
    idle_in_transaction_session_timeout: limit,
    options: Object.entries({ timezone: 'UTC', ...options.settings })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: login.user,
  });
  surviveLostConnections(pool);
  return pool;
}

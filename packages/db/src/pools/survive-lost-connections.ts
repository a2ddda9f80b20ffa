import type pg from 'pg';

/**
 * A connection that the server or the network ends speaks through an event, which ends a process that does not listen.
 * Idle, the pool replaces it on next use; held by somebody, their next statement fails. Both say all that is to be said.
 */
export function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

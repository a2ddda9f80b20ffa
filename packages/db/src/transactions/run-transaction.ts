import { FaultError, type SqlRunner } from '@highwater/domain';
import pg from 'pg';
import { nameStatement } from './name-statement.ts';

export interface TransactionOptions {
  /**
   * Keeps the transaction's statements planned on the connection. For look-ups by key that every request repeats: planning
   * takes them several times as long as running. Not for what is planned by its values, as a search is.
   */
  readonly prepares?: boolean;
}

/**
 * Runs `work` in one transaction of `pool` with `settings` of its own, which come with its beginning: one exchange for
 * both. Commits when `work` resolves, else rolls back.
 * A server that cannot be reached or is going down becomes `database.unavailable`, one without room `database.full`.
 */
export async function runTransaction<Result>(
  pool: pg.Pool,
  settings: Readonly<Record<string, string>>,
  work: (runner: SqlRunner) => Promise<Result>,
  { prepares = false }: TransactionOptions = {},
): Promise<Result> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw new FaultError('database.unavailable', { cause });
  });
  // A connection lost between two statements also speaks through an event; the next statement reports it.
  const ignore = (): undefined => undefined;
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query(beginning(settings));
    const result = await work(runnerOf(client, prepares));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => {
      broken = rollback;
    });
    throw translate(error);
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function beginning(settings: Readonly<Record<string, string>>): string {
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return set.length === 0 ? 'BEGIN' : `BEGIN; SELECT ${set.join(', ')}`;
}

function runnerOf(client: pg.PoolClient, prepares: boolean): SqlRunner {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      const name = prepares ? nameStatement(client, text) : undefined;
      const result = await client.query<Row & pg.QueryResultRow>({
        ...(name === undefined ? {} : { name }),
        text,
        values: [...values],
      });
      return { rows: result.rows, rowCount: result.rowCount ?? 0 };
    },
  };
}

function translate(error: unknown): unknown {
  if (isConnectionLoss(error)) return new FaultError('database.unavailable', { cause: error });
  // disk_full: reading goes on, and so does everything that finds room in what is there.
  const isFull = error instanceof Error && 'code' in error && error.code === '53100';
  return isFull ? new FaultError('database.full', { cause: error }) : error;
}

/** Class 08 and 57P0x of PostgreSQL's error codes, and sockets that ended. */
function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    code.startsWith('08') ||
    code.startsWith('57P0') ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) ||
    error.message === 'Connection terminated unexpectedly' ||
    error.message === 'Client has encountered a connection error and is not queryable'
  );
}

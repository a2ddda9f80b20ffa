import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Sentence } from '../processes/sentence.ts';
import type { ClusterPlace } from './cluster-place.ts';

/** How to connect as PostgreSQL's superuser; only for making roles and databases. `host` is the socket's folder. */
export interface SuperuserConfig {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export function superuserConfig(place: ClusterPlace): SuperuserConfig {
  return {
    host: place.socketFolder,
    port: 5432,
    user: 'postgres',
    password: place.superuserPassword,
    database: 'postgres',
  };
}

/** `busy` is a server that is starting up, recovering or shutting down: asking again later is all there is to do. */
export async function probeServer(place: ClusterPlace): Promise<'ready' | 'busy' | 'down'> {
  const client = new pg.Client({ ...superuserConfig(place), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory === realpathSync(join(place.folder, 'data'))) return 'ready';
    throw new Sentence(`Another PostgreSQL answers in ${place.socketFolder}. Stop it and start again.`);
  } catch (error) {
    if (error instanceof Sentence) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '28P01') {
      throw new Sentence(`The database does not accept the password in ${place.pointerFile}. Restore that file.`);
    }
    // 57P03: starting up or shutting down; 53300: all connections taken.
    return code === '57P03' || code === '57P01' || code === '53300' ? 'busy' : 'down';
  } finally {
    await client.end().catch(() => undefined);
  }
}

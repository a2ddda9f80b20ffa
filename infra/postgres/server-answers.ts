import pg from 'pg';
import type { SuperuserConfig } from './probe-server.ts';

/** Whether a server is there: it lets somebody in, or refuses because it is full, starting or recovering. */
export async function serverAnswers(superuser: SuperuserConfig): Promise<boolean> {
  const client = new pg.Client({ ...superuser, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && ['53300', '57P03'].includes(String(error.code));
  } finally {
    await client.end().catch(() => undefined);
  }
}

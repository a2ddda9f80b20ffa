import type { ServerSettings } from './database-settings.ts';

/** What `pg` is told about encryption. */
export function sslOf({ tls }: ServerSettings): { rejectUnauthorized: true } | false {
  return tls === true ? { rejectUnauthorized: true } : false;
}

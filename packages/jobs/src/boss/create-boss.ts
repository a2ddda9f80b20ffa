import { PgBoss } from 'pg-boss';

export interface BossSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly tls?: boolean;
}

/**
 * pg-boss in the product's own database. `role: 'worker'` watches over jobs (expired and silent ones are tried again)
 * and is woken by NOTIFY; `role: 'sender'` only adds jobs. Neither may create or change tables: installQueues does.
 * Start it before use; stop it with `boss.stop({ graceful: true })`.
 */
export function createBoss(settings: BossSettings, role: 'worker' | 'sender', onError: (error: Error) => void): PgBoss {
  const worker = role === 'worker';
  const boss = new PgBoss({
    ...settings,
    ssl: settings.tls === true ? { rejectUnauthorized: true } : false,
    max: worker ? 6 : 2,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: worker,
    // A worker that was killed is noticed by its missing heartbeat; these decide how soon.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    // Fetching passes over keys that this picture shows at work: an old one keeps a connection waiting that has long ended.
    queueCacheIntervalSeconds: worker ? 1 : 60,
    // Needs the owner of the indexes, which no runtime role is.
    reindex: false,
    useListenNotify: worker,
    application_name: `pg-boss ${role}`,
  });
  boss.on('error', seldom(onError));
  return boss;
}

/** Every poller fails while the database is away; one line in ten seconds says as much as thousands. */
const QUIET_MS = 10_000;

function seldom(report: (error: Error) => void): (error: Error) => void {
  let saidAt = -QUIET_MS;
  return (error) => {
    if (performance.now() - saidAt < QUIET_MS) return;
    saidAt = performance.now();
    report(error);
  };
}

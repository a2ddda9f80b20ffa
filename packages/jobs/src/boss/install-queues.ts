import { PgBoss } from 'pg-boss';
import { QUEUE_NAMES, QUEUES } from '../queues.ts';
import type { BossSettings } from './create-boss.ts';

/**
 * Run by the migrator only: installs or migrates pg-boss, makes every queue or brings it up to date,
 * and lets the two runtime roles use (not change) its tables. Safe to repeat.
 */
export async function installQueues(migrator: BossSettings): Promise<void> {
  const boss = new PgBoss({ ...migrator, max: 2, schema: 'pgboss', supervise: false, schedule: false, migrate: true });
  let failure: Error | undefined;
  boss.on('error', (error) => {
    failure ??= error;
  });
  await boss.start();
  try {
    for (const name of QUEUE_NAMES) {
      const { policy, retryLimit, expireInSeconds } = QUEUES[name];
      const options = {
        retryLimit,
        expireInSeconds,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        // Three missed beats and the job is somebody else's.
        heartbeatSeconds: 15,
        deleteAfterSeconds: 86_400,
        notify: true,
      };
      const existing = await boss.getQueue(name);
      // A queue keeps its policy for life. The sweeps make again what waits in the old one.
      const isOld = existing !== null && existing.policy !== policy;
      if (isOld) await boss.deleteQueue(name);
      if (existing === null || isOld) await boss.createQueue(name, { ...options, policy });
      else await boss.updateQueue(name, { retryLimit, expireInSeconds });
    }
    await boss.getDb().executeSql(`
      GRANT USAGE ON SCHEMA pgboss TO hw_app, hw_platform;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO hw_app, hw_platform;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO hw_app, hw_platform;`);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure) throw failure;
}

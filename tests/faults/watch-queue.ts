import { createBoss } from '@highwater/jobs/boss';
import { DATABASE_NAME } from '../../infra/start/steps/migrate-database.ts';
import { wait } from '../../infra/processes/wait.ts';
import { need } from '../../infra/start/start-context.ts';
import { asSuperuser, type BareStage } from './fault-stage.ts';

/** Stands for the other workers of a deployment: it notices what a dead one held, and serves nothing itself. */
export interface QueueWatch {
  /**
   * Half a minute passes for the queue: jobs of the dead are given up or tried again, waits are over. Only called while no
   * worker works; waiting for real heartbeats would take longer than everything else.
   */
  letTimePass(): Promise<void>;
  close(): Promise<void>;
}

export async function watchQueue(stage: BareStage): Promise<QueueWatch> {
  const { superuser } = need(stage.context, 'postgres');
  const { app } = need(stage.context, 'secrets');
  const login = { ...superuser, database: DATABASE_NAME, user: 'hw_app', password: app };
  const boss = createBoss(login, 'sender', () => undefined);
  await boss.start();
  return {
    async letTimePass() {
      // What a dead process had under way in the database ends within this.
      await wait(60);
      await asSuperuser(stage, (client) =>
        client.query(`
          UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '30 seconds' WHERE state = 'active';
          UPDATE pgboss.queue SET monitor_on = monitor_on - interval '30 seconds';`),
      );
      await boss.supervise();
      await asSuperuser(stage, (client) =>
        client.query(`
          UPDATE pgboss.job SET start_after = now() WHERE state < 'active' AND start_after > now();
          UPDATE pgboss.queue SET singletons_active = NULL;`),
      );
    },
    close: () => boss.stop({ graceful: false }),
  };
}

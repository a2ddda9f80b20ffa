import type { QueueName } from '@highwater/jobs';
import { workerEnvironment } from '../../../infra/start/app-environments.ts';
import { findFreePort } from '../../../infra/testing/find-free-port.ts';
import type { BareStage } from '../../faults/fault-stage.ts';
import { createVictim } from '../../faults/victims.ts';

/** What a job carries: ids and numbers. */
export type Payload = Readonly<Record<string, string | number>>;

export interface JobServer {
  /** Does one job now; answers `done`, or the fault with which it ended. */
  run(queue: QueueName, payload: Payload): Promise<string>;
  close(): Promise<void>;
}

/** The worker's handlers on a stage, in a process of their own that does nothing unasked. */
export async function startJobServer(stage: BareStage): Promise<JobServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const server = createVictim(stage, {
    name: 'jobs',
    script: 'tests/tenancy/jobs/serve-jobs.ts',
    env: () => ({ ...workerEnvironment(stage.context), JOBS_PORT: String(port) }),
    readyUrl: url,
  });
  await server.start();
  return {
    async run(queue, payload) {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ queue, payload }) });
      return answer.text();
    },
    close: () => server.kill(),
  };
}

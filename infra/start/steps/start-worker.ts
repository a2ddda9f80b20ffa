import { join } from 'node:path';
import { workerEnvironment } from '../app-environments.ts';
import type { StartStep } from '../start-context.ts';

export const startWorker: StartStep = {
  title: 'Starting the worker',
  run: (context) =>
    context.supervisor.start({
      name: 'worker',
      script: join(context.root, 'apps/worker/src/main.ts'),
      env: workerEnvironment(context),
      cwd: context.root,
      readyUrl: `http://127.0.0.1:${context.ports.workerMetrics}/metrics`,
    }),
};

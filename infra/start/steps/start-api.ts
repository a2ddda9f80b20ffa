import { join } from 'node:path';
import { apiEnvironment } from '../app-environments.ts';
import type { StartStep } from '../start-context.ts';

export const startApi: StartStep = {
  title: 'Starting the API',
  run: (context) =>
    context.supervisor.start({
      name: 'api',
      script: join(context.root, 'apps/api/src/main.ts'),
      env: apiEnvironment(context),
      cwd: context.root,
      readyUrl: `${context.urls.api}/readyz`,
    }),
};

import { join } from 'node:path';
import { portalEnvironment } from '../app-environments.ts';
import type { StartStep } from '../start-context.ts';

export const startPortal: StartStep = {
  title: 'Starting the portal',
  async run(context) {
    await context.portalBuild;
    await context.supervisor.start({
      name: 'portal',
      script: join(context.root, 'apps/portal/server/main.ts'),
      env: portalEnvironment(context),
      cwd: context.root,
      readyUrl: `${context.urls.portal}/healthz`,
    });
  },
};

import { join } from 'node:path';
import { simulatorEnvironment } from '../app-environments.ts';
import type { StartStep } from '../start-context.ts';

export const startSimulator: StartStep = {
  title: 'Starting the stand-in WeCom',
  run: (context) =>
    context.supervisor.start({
      name: 'simulator',
      script: join(context.root, 'infra/commands/simulator.ts'),
      env: simulatorEnvironment(context),
      cwd: context.root,
      readyUrl: `${context.urls.simulator}/healthz`,
    }),
};

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { apiEnvironment } from '../../../../infra/start/app-environments.ts';
import { findFreePort } from '../../../../infra/testing/find-free-port.ts';
import type { BareStage } from '../../../faults/fault-stage.ts';
import { createVictim } from '../../../faults/victims.ts';

/** The API once more on the same archive, with a switch in each of its gates. */
export async function startSwitchedApi(stage: BareStage): Promise<{ readonly url: string; close(): Promise<void> }> {
  const [port, metrics] = [await findFreePort(), await findFreePort()];
  const url = `http://127.0.0.1:${port}`;
  const preload = pathToFileURL(join(import.meta.dirname, 'switch-gates.ts')).href;
  const api = createVictim(stage, {
    name: 'switched-api',
    script: 'apps/api/src/main.ts',
    env: () => ({
      ...apiEnvironment(stage.context),
      HIGHWATER_PULL_COOLDOWN_SECONDS: '1',
      HIGHWATER_PORT: String(port),
      HIGHWATER_METRICS_PORT: String(metrics),
      NODE_OPTIONS: `--import=${preload}`,
      // What is compiled here is not the product.
      NODE_COMPILE_CACHE: join(stage.context.dataDir, 'compiled-switched'),
    }),
    readyUrl: `${url}/readyz`,
  });
  await api.start();
  return { url, close: () => api.kill() };
}

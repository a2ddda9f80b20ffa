import {
  ConfigError,
  exitWithParent,
  limitServer,
  readApiConfig,
  serverOptions,
  stopOnSignal,
} from '@highwater/config';
import { createLog, createMetrics, errorFields, serveMetrics } from '@highwater/config/telemetry';
import { serve } from '@hono/node-server';
import { createApp } from './create-app.ts';
import { createDeps } from './deps.ts';

/** How long open answers may take after a stop was asked for; the whole product stops within 20 s. */
const STOP_MS = 10_000;

const log = createLog('api');
try {
  const config = readApiConfig();
  const metrics = createMetrics('api');
  const deps = await createDeps(config, log, metrics);
  const metricsServer = await serveMetrics(metrics, config.metricsPort);
  const application = { fetch: createApp(deps).fetch, hostname: config.host, port: config.port };
  const server = serve({ ...application, serverOptions: serverOptions() }, ({ port }) =>
    log.info('api listens', { port }),
  );
  limitServer(server);
  stopOnSignal(async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
    await Promise.all([metricsServer.close(), deps.close()]);
  }, STOP_MS);
  exitWithParent();
} catch (error) {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.error('api could not start', errorFields(error));
  process.exit(1);
}

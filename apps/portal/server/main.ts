import { serve, type ServerType } from '@hono/node-server';
import { ConfigError, exitWithParent, readPortalConfig } from '@highwater/config';
import { createPortal } from './create-portal.ts';
import { loadBuild } from './load-build.ts';

/** How long open answers may take after a stop was asked for; the whole product stops within 20 s. */
const STOP_MS = 10_000;

function stopOnSignal(server: ServerType): void {
  const stop = () => {
    setTimeout(() => process.exit(0), STOP_MS).unref();
    server.close(() => process.exit(0));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  const config = readPortalConfig();
  const build = await loadBuild();
  const portal = createPortal(config, build);
  const server = serve({ fetch: portal.fetch, hostname: config.host, port: config.port });
  stopOnSignal(server);
  exitWithParent();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

import { serve, type ServerType } from '@hono/node-server';
import {
  ConfigError,
  exitWithParent,
  limitServer,
  readPortalConfig,
  serverOptions,
  stopOnSignal,
} from '@highwater/config';
import { createPortal } from './create-portal.ts';
import { loadBuild, loadPageWords } from './load-build.ts';

/** How long open answers may take after a stop was asked for; the whole product stops within 20 s. */
const STOP_MS = 10_000;

try {
  const config = readPortalConfig();
  const portal = createPortal(config, await loadBuild(), await loadPageWords());
  const server = serve({
    fetch: portal.fetch,
    hostname: config.host,
    port: config.port,
    serverOptions: serverOptions(),
  });
  limitServer(server);
  stopOnSignal(() => closeServer(server), STOP_MS);
  exitWithParent();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

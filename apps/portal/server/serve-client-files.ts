import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { PortalEnv } from './create-portal.ts';
import { CLIENT_FOLDER } from './load-build.ts';

/** Built files carry a hash in their name and never change; the others may be kept for an hour. */
export function serveClientFiles(portal: Hono<PortalEnv>): void {
  portal.get(
    '/assets/*',
    serveStatic({
      root: CLIENT_FOLDER,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
    (c) => c.notFound(),
  );
  portal.get(
    '/favicon.svg',
    serveStatic({ root: CLIENT_FOLDER, onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=3600') }),
  );
}

import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { PortalConfig } from '@highwater/config';
import { addSecurityHeaders, makeNonce } from './security-headers.ts';
import { clientHeaders } from './client-headers.ts';
import { forwardToApi } from './forward-to-api.ts';
import type { PageWords } from '../app/load-context.ts';
import { refuseForeignForms } from './refuse-foreign-forms.ts';
import { serveClientFiles } from './serve-client-files.ts';

export type PortalEnv = { Bindings: HttpBindings; Variables: { nonce: string } };

/**
 * The one origin people see: browser files, the API's paths streamed through, and the pages.
 * Does not listen.
 */
export function createPortal(config: PortalConfig, build: ServerBuild, pageWords: PageWords): Hono<PortalEnv> {
  const portal = new Hono<PortalEnv>();
  const renderPage = createRequestHandler(build, 'production');

  portal.use(async (c, next) => {
    c.set('nonce', makeNonce());
    await next();
  });
  portal.get('/healthz', (c) => c.json({ status: 'ok' }));

  const forward = forwardToApi(config);
  for (const path of ['/v1/*', '/auth/*', '/callbacks/*']) portal.all(path, forward);

  portal.use(compress(), addSecurityHeaders(config), refuseForeignForms(config));
  serveClientFiles(portal);
  portal.all('*', (c) =>
    renderPage(c.req.raw, {
      apiUrl: config.apiUrl,
      portalUrl: config.portalUrl,
      simulatorUrl: config.wecomSimulatorUrl ?? null,
      development: config.mode === 'development',
      nonce: c.get('nonce'),
      pageWords,
      clientHeaders: clientHeaders(config.portalSigningKey, c.env.incoming),
    }),
  );
  return portal;
}

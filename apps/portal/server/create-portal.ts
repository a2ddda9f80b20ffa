import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { PortalConfig } from '@highwater/config';
import { addSecurityHeaders, makeNonce } from './security-headers.ts';
import { clientHeaders } from './client-headers.ts';
import { existsOn, faceOf, originOf, supportIn, type Face } from './face.ts';
import { forwardToApi } from './forward-to-api.ts';
import type { PageWords } from '../app/load-context.ts';
import { limitForms } from './limit-forms.ts';
import { refuseForeignForms } from './refuse-foreign-forms.ts';
import { serveClientFiles } from './serve-client-files.ts';

export type PortalEnv = { Bindings: HttpBindings; Variables: { nonce: string; face: Face } };

/**
 * What people see: browser files, the API's paths streamed through, and the pages. One origin for companies, and another
 * for the operator's console where there is one; what belongs to the one is missing on the other.
 * Does not listen.
 */
export function createPortal(config: PortalConfig, build: ServerBuild, pageWords: PageWords): Hono<PortalEnv> {
  const portal = new Hono<PortalEnv>();
  const renderPage = createRequestHandler(build, 'production');

  portal.use(async (c, next) => {
    c.set('nonce', makeNonce());
    c.set('face', faceOf(config, c.req.header('host')));
    await next();
  });
  portal.use(addSecurityHeaders(config));
  portal.get('/healthz', (c) => c.json({ status: 'ok' }));

  portal.use(async (c, next) => {
    const support = supportIn(c.req.header('cookie')) !== null;
    const { path: pathname, method } = c.req;
    return existsOn(c.get('face'), { pathname, method, support }) ? next() : c.text('thing.missing', 404);
  });
  const forward = forwardToApi(config);
  for (const path of ['/v1/*', '/auth/*', '/callbacks/*', '/scim/*', '/operator-auth/*']) portal.all(path, forward);

  portal.use(compress(), refuseForeignForms(config), limitForms());
  serveClientFiles(portal);
  portal.all('*', (c) =>
    renderPage(c.req.raw, {
      apiUrl: config.apiUrl,
      portalUrl: originOf(config, c.get('face')),
      face: c.get('face'),
      support: c.get('face') === 'operator' ? supportIn(c.req.header('cookie')) : null,
      simulatorUrl: config.wecomSimulatorUrl ?? null,
      development: config.mode === 'development',
      nonce: c.get('nonce'),
      pageWords,
      clientHeaders: clientHeaders(config.portalSigningKey, c.env.incoming),
    }),
  );
  return portal;
}

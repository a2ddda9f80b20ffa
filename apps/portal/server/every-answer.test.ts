import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { PortalEnv } from './create-portal.ts';
import { forwardToApi } from './forward-to-api.ts';
import { limitForms } from './limit-forms.ts';
import { refuseForeignForms } from './refuse-foreign-forms.ts';
import { addSecurityHeaders, makeNonce } from './security-headers.ts';

const NAMES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
  'cache-control',
];

/** The portal's own middlewares around a page, in their order; nothing listens behind it. */
function portal(portalUrl = 'https://archive.example.com'): Hono<PortalEnv> {
  const config = { portalUrl, apiUrl: 'http://127.0.0.1:9', portalSigningKey: new Uint8Array(32) };
  const app = new Hono<PortalEnv>();
  app.use(async (c, next) => {
    c.set('nonce', makeNonce());
    c.set('face', 'company');
    await next();
  });
  app.use(addSecurityHeaders(config));
  app.all('/v1/*', forwardToApi(config));
  const unused = {
    host: '',
    port: 0,
    mode: 'production',
    operatorUrl: undefined,
    wecomSimulatorUrl: undefined,
  } as const;
  app.use(refuseForeignForms({ ...config, ...unused }), limitForms());
  app.get('/file', (c) => c.body('x', 200, { 'Cache-Control': 'public, max-age=3600' }));
  app.post('/form', async (c) => c.text(String((await c.req.text()).length)));
  app.all('/page', (c) => c.html('<p>x</p>'));
  return app;
}

const own = { 'sec-fetch-site': 'same-origin' };
const visitor = { incoming: { socket: { remoteAddress: '203.0.113.9' } } };

it.each([
  ['a page', '/page', {}],
  ['nothing', '/nowhere', {}],
  ['an API that does not answer', '/v1/me', {}],
  ['a form from elsewhere', '/page', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
  ['a form that is too long', '/form', { method: 'POST', headers: own, body: 'x'.repeat(1024 * 1024 + 1) }],
])('answers %s with every header that keeps browsers to ourselves', async (_what, path, init) => {
  const { headers } = await portal().request(path, init, visitor);
  expect(NAMES.filter((name) => !headers.has(name))).toEqual([]);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(headers.get('cache-control')).toBe('no-store');
});

it('lets an answer keep stricter or kinder words of its own', async () => {
  const { headers } = await portal().request('/file', {}, visitor);
  expect(headers.get('cache-control')).toBe('public, max-age=3600');
});

it('promises https only where it is', async () => {
  const { headers } = await portal('http://127.0.0.1:4400').request('/page', {}, visitor);
  expect(headers.has('strict-transport-security')).toBe(false);
});

it('reads no form beyond a megabyte', async () => {
  const post = (bytes: number) =>
    portal().request('/form', { method: 'POST', headers: own, body: 'x'.repeat(bytes) }, visitor);
  expect((await post(1024 * 1024)).status).toBe(200);
  expect((await post(1024 * 1024 + 1)).status).toBe(413);
});

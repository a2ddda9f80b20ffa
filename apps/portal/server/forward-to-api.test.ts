import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forwardToApi } from './forward-to-api.ts';
import type { PortalEnv } from './create-portal.ts';

const key = new Uint8Array(32).fill(7);
const visitor = { incoming: { socket: { remoteAddress: '::ffff:203.0.113.9' } } };

let api: Server;
let apiUrl = '';
let seen: { headers: IncomingHttpHeaders; url: string; body: string } | undefined;

beforeAll(async () => {
  api = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen = { headers: request.headers, url: request.url ?? '', body };
    if (request.url === '/v1/moved') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.writeHead(206, { 'content-range': 'bytes 0-1/9', 'set-cookie': ['a=1', 'b=2'] }).end('ok');
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const address = api.address();
  apiUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(() => api.close());

function portal(to = apiUrl): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.all('*', forwardToApi({ apiUrl: to, portalSigningKey: key }));
  return app;
}

describe('a request for the API', () => {
  it('is handed on with its body and cookies, and the answer comes back as it is', async () => {
    const answer = await portal().request(
      '/v1/exports?x=1',
      { method: 'POST', body: 'hello', headers: { cookie: 's=1', range: 'bytes=0-1' } },
      visitor,
    );
    expect(seen).toMatchObject({ url: '/v1/exports?x=1', body: 'hello' });
    expect(seen?.headers).toMatchObject({ cookie: 's=1', range: 'bytes=0-1' });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 0-1/9');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.text()).toBe('ok');
  });

  it('carries the address that we saw, signed, never the one that the visitor claims', async () => {
    const claim = { 'highwater-client-address': '198.51.100.1', 'highwater-client-signature': 'forged' };
    await portal().request('/v1/me', { headers: claim }, visitor);
    expect(seen?.headers['highwater-client-address']).toBe('203.0.113.9');
    const signature = createHmac('sha256', key).update('203.0.113.9').digest('base64url');
    expect(seen?.headers['highwater-client-signature']).toBe(signature);
  });

  it('names the company of the cookie unless it names one itself', async () => {
    await portal().request('/v1/media/1', { headers: { cookie: 'hw_tenant=0190-aa; s=1' } }, visitor);
    expect(seen?.headers['highwater-tenant']).toBe('0190-aa');
    const headers = { cookie: 'hw_tenant=0190-aa', 'highwater-tenant': '0190-bb' };
    await portal().request('/v1/media/1', { headers }, visitor);
    expect(seen?.headers['highwater-tenant']).toBe('0190-bb');
  });

  it('is not followed through redirects', async () => {
    const answer = await portal().request('/v1/moved', {}, visitor);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/elsewhere');
  });

  it('is answered with a problem while the API is away', async () => {
    const answer = await portal('http://127.0.0.1:1').request('/v1/me', {}, visitor);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ fault: 'internal' });
  });
});

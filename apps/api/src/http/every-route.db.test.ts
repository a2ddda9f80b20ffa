import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROUTES } from '../routes.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
});
afterAll(() => api.stop());

const NO_ID = '00000000-0000-4000-8000-000000000000';
const asked = ROUTES.map(({ spec }) => ({
  method: spec.method.toUpperCase(),
  path: `/v1${spec.path.replaceAll(/\{\w+\}/g, NO_ID)}`,
  takesBody: spec.input.body !== undefined,
}));
/** Paths of the app that are no routes of the table. */
const besides = ['/healthz', '/readyz', '/v1/openapi.json', '/v1/nowhere', '/auth/nowhere', '/', '/callbacks/x/y'].map(
  (path) => ({
    method: 'GET',
    path,
    takesBody: false,
  }),
);

/** Of every answer, whoever asks and however it ends. */
const HEADERS: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; sandbox$/,
  'cache-control': /no-store|^private, no-cache$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
};

function missingHeaders(headers: Headers): string[] {
  const wrong = Object.entries(HEADERS).flatMap(([name, value]) => (value.test(headers.get(name) ?? '') ? [] : [name]));
  const cors = [...headers.keys()].filter(
    (name) => name.startsWith('access-control-') || name === 'server' || name === 'x-powered-by',
  );
  return [...wrong, ...cors];
}

describe('every route', () => {
  it('answers with headers that keep browsers from doing anything with it', async () => {
    const wrong: string[] = [];
    for (const { method, path, takesBody } of [...asked, ...besides]) {
      for (const cookie of [true, false]) {
        const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
        const answer = cookie
          ? await company.owner.ask(method, path, takesBody ? { body: {} } : {})
          : await api.app.request(path, { method, headers: foreign });
        const missing = missingHeaders(answer.headers);
        if (missing.length > 0) wrong.push(`${method} ${path}: ${missing.join(', ')}`);
      }
    }
    expect(asked.length).toBeGreaterThan(120);
    expect(wrong).toEqual([]);
  }, 180_000);

  it('allows no page of another origin to ask', async () => {
    for (const { path } of asked) {
      const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
      const answer = await api.app.request(path, { method: 'OPTIONS', headers });
      expect([path, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
        path,
        expect.any(Number),
        null,
      ]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('over https', () => {
  it('browsers are told to come by nothing else, and cookies are kept to the host', async () => {
    const secure = await startApi(inject('superuser'), { portalUrl: 'https://archive.example.com' });
    const answer = await secure.app.request('/v1/me');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    await secure.stop();
  });
});

/** Values that were chosen by nobody who read the documentation. */
const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const ODD = ['\u0000', "'; DROP TABLE hw.messages; --", '../%\ud800', '9'.repeat(400)];
const BODIES = [
  DEEP,
  `{"a":${DEEP}}`,
  '{',
  'null',
  '{"__proto__":{"admin":true}}',
  `{"${'k'.repeat(2000)}":1}`,
  JSON.stringify({
    name: '\u0000',
    email: '\u0000',
    text: '\ud800',
    scopes: [{}],
    grants: { length: 1e9 },
    expiresAt: 1e308,
  }),
];

/** Words that only our own insides know. */
const INSIDES =
  /\bat [\w.<>]+ \(|node_modules|\/work\/|\.ts:\d+|SELECT |INSERT |UPDATE .* SET|syntax error|invalid input syntax|relation "|pg_|ZodError|SyntaxError|TypeError|RangeError|Unexpected token|better-auth|hono|undefined is not/i;

describe('whatever is sent', () => {
  it('is answered in our own words, and nothing breaks', async () => {
    const broken: string[] = [];
    const look = (what: string, { status, text }: { status: number; text: string }): void => {
      if (status >= 500 && status !== 503) broken.push(`${what}: ${status} ${text.slice(0, 200)}`);
      const known = INSIDES.exec(text)?.[0];
      if (known !== undefined) broken.push(`${what}: says ${known}`);
    };
    const ask = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
      const answer = await company.owner.ask<unknown>(method, path, {
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { raw: body }),
      });
      return {
        status: answer.status,
        text: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
      };
    };
    for (const { spec } of ROUTES) {
      const method = spec.method.toUpperCase();
      for (const odd of ODD) {
        const path = `/v1${spec.path.replaceAll(/\{\w+\}/g, encodeURIComponent(odd.toWellFormed()))}`;
        look(`${method} ${path}`, await ask(method, path, {}));
      }
      const path = `/v1${spec.path.replaceAll(/\{\w+\}/g, NO_ID)}`;
      const many = new URLSearchParams(Array.from({ length: 3000 }, (_each, place) => ['q', String(place)]));
      look(`${method} ${path} many`, await ask(method, `${path}?${many}`, {}));
      for (const query of [
        'q=%00&limit=-1&cursor=%00',
        'cursor=eyJ4Ijox&limit=1e9',
        '%',
        'q[]=1&q[$ne]=1&from=abc&people=%00',
      ]) {
        look(`${method} ${path}?${query}`, await ask(method, `${path}?${query}`, {}));
      }
      const strange = {
        'idempotency-key': 'x'.repeat(5000),
        'accept-language': ',;q=9'.repeat(500),
        range: 'bytes=9-1,x',
        'if-none-match': '"',
      };
      look(`${method} ${path} headers`, await ask(method, path, strange));
      look(`${method} ${path} tenant`, await ask(method, path, { 'highwater-tenant': '\u00ff' }));
      look(`${method} ${path} support`, await ask(method, path, { 'highwater-support': "x'--" }));
      if (spec.input.body === undefined) continue;
      for (const body of BODIES) look(`${method} ${path} ${body.slice(0, 20)}`, await ask(method, path, {}, body));
    }
    expect(broken).toEqual([]);
  }, 300_000);

  it('is not read further than a form of ours is long', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = (bytes: number) => JSON.stringify({ name: 'x'.repeat(bytes) });
    const ask = (path: string, raw: string) => company.owner.faultOf('POST', path, { headers, raw });
    expect(await ask('/v1/roles', body(64 * 1024))).toBe('request.too_large');
    expect(await ask('/v1/roles', body(60 * 1024))).toBe('request.malformed');
    expect(await ask('/v1/invitations', body(200 * 1024))).toBe('request.malformed');
    expect(await ask('/v1/invitations', body(1024 * 1024))).toBe('request.too_large');
  });

  it('gets the same bytes for what is missing and for what is another company’s', async () => {
    const others = await makeCompany(api, '邻居');
    const theirs = (await others.owner.ask<{ memberId: string }>('GET', '/v1/me')).body.memberId;
    const bytes = async (id: string) => {
      const { body } = await company.owner.ask('GET', `/v1/members/${id}`);
      return JSON.stringify({ ...body, requestId: '' });
    };
    expect(await bytes(theirs)).toBe(await bytes(NO_ID));
  });
});

import { FAULTS, type Fault } from '@highwater/domain';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { scopeOf } from './api-keys/key-operations.ts';
import type { ApiEnv } from './http/api-env.ts';
import { ROUTES } from './routes.ts';
import { problem } from './schemas/problem.ts';
import type { ApiRoute } from './verbs/define-route.ts';

const DEVELOPMENT = '/dev/';

/** The OpenAPI 3.1 document of all routes but the development ones. */
export function buildOpenApi() {
  const document = new OpenAPIHono();
  for (const route of ROUTES) {
    if (!route.spec.path.startsWith(DEVELOPMENT)) document.openAPIRegistry.registerPath(describeRoute(route));
  }
  document.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'highwater.session_token',
  });
  document.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'hw_live_…',
    description: 'A key of a program. An operation that takes keys names the scope that the key needs.',
  });
  return document.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Highwater',
      version: '1',
      description:
        'Times are Unix milliseconds, ids are strings. Lists answer {items, nextCursor}. Errors are problem+json with a named fault. ' +
        'What changes something needs the header `Highwater-Csrf: 1` or our own origin. `Highwater-Tenant` chooses the company. ' +
        'Programs send a key, `Authorization: Bearer hw_live_…`, and no cookie: it opens its own company, needs no header ' +
        'besides, and is no way in for pages of other origins, which no answer allows (no CORS).',
    },
  });
}

/** The document as it is committed: packages/api-client/openapi.json. */
export function openApiText(): string {
  return `${JSON.stringify(buildOpenApi(), null, 2)}\n`;
}

export function mountOpenApi(app: Hono<ApiEnv>): void {
  let text: string | undefined;
  app.get('/v1/openapi.json', (c) => {
    c.set('route', '/v1/openapi.json');
    text ??= JSON.stringify(buildOpenApi());
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}

function describeRoute({ spec }: ApiRoute) {
  const { params, query, body } = spec.input;
  const [, tag = ''] = spec.path.split('/');
  const headers =
    spec.creates === true ? { headers: z.object({ 'idempotency-key': z.string().max(200).optional() }) } : {};
  return createRoute({
    method: spec.method,
    path: `/v1${spec.path}`,
    operationId: spec.operation,
    summary: spec.summary,
    tags: [tag],
    ...(spec.audience === 'anyone' ? {} : { security: securityOf(spec) }),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body: { content: { 'application/json': { schema: body } }, required: true } }),
      ...headers,
    },
    responses: { ...answerOf(spec), default: problemOf(spec.faults ?? []) },
  });
}

/** A session, or a key with the scope; not both. */
function securityOf({ operation }: ApiRoute['spec']) {
  const scope = scopeOf(operation);
  return [{ session: [] }, ...(scope === undefined ? [] : [{ key: [scope] }])];
}

function answerOf(spec: ApiRoute['spec']) {
  if (spec.answer === 'nothing') return { [spec.status ?? 204]: { description: 'Done.' } };
  if (spec.answer === 'bytes') {
    const schema = z.string().openapi({ format: 'binary' });
    return { 200: { description: 'The bytes.', content: { 'application/octet-stream': { schema } } } };
  }
  return { [spec.status ?? 200]: { description: 'Done.', content: { 'application/json': { schema: spec.answer } } } };
}

function problemOf(faults: readonly Fault[]) {
  const named = faults.map((fault) => `${FAULTS[fault].status} ${fault}`).join(', ');
  const description = named === '' ? 'What went wrong.' : `What went wrong; among others: ${named}.`;
  return { description, content: { 'application/problem+json': { schema: problem } } };
}

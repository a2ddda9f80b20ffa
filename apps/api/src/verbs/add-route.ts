import { FaultError } from '@highwater/domain';
import type { Context, Hono } from 'hono';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { acceptedLanguage } from '../http/accept-language.ts';
import { readBody } from '../http/read-body.ts';
import type { ApiRoute } from './define-route.ts';
import { recordDenial } from './record-denial.ts';
import type { RawInput, VerbContext } from './verb-context.ts';

/** Mounts a route: reads the request, runs the verb, lets out what the answer's schema names and nothing else. */
export function addRoute(app: Hono<ApiEnv>, deps: ApiDeps, { spec, verb }: ApiRoute): void {
  const path = `/v1${spec.path}`;
  app.on(spec.method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    c.set('route', path);
    const ctx = contextOf(c, deps);
    try {
      const value = await verb(ctx, await readInput(c, spec.input.body !== undefined));
      if (value instanceof Response) return value;
      if (spec.answer === 'nothing' || spec.answer === 'bytes') return c.body(null, spec.status ?? 204);
      return c.json(spec.answer.parse(value) as object, spec.status ?? 200);
    } catch (error) {
      if (error instanceof FaultError) await recordDenial(ctx, path, error);
      throw error;
    }
  });
}

function contextOf(c: Context<ApiEnv>, deps: ApiDeps): VerbContext {
  return {
    deps,
    actor: c.get('actor'),
    requestId: c.get('requestId'),
    address: c.get('address'),
    language: acceptedLanguage(c.req.header('accept-language')),
    idempotencyKey: readIdempotencyKey(c.req.header('idempotency-key')),
    headers: c.req.raw.headers,
    signal: c.req.raw.signal,
  };
}

async function readInput(c: Context<ApiEnv>, takesBody: boolean): Promise<RawInput> {
  const query = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  return { params: c.req.param(), query, body: takesBody ? await readBody(c.req.raw) : undefined };
}

function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined || header === '') return null;
  if (header.length > 200) throw new FaultError('request.malformed', { field: 'Idempotency-Key' });
  return header;
}

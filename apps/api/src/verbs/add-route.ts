import { FaultError } from '@highwater/domain';
import type { Context, Hono } from 'hono';
import type { Actor } from '../actor/actor.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { acceptedLanguage } from '../http/accept-language.ts';
import { readBody } from '../http/read-body.ts';
import { admitKey } from '../api-keys/admit-key.ts';
import { admitSupport } from '../support/admit-support.ts';
import { guardAnswer } from '../support/guard-answer.ts';
import { cutWhenRefused } from './cut-when-refused.ts';
import type { ApiRoute } from './define-route.ts';
import { largestBody } from './largest-body.ts';
import { recordDenial } from './record-denial.ts';
import type { RawInput, VerbContext } from './verb-context.ts';

/** Mounts a route: reads the request, runs the verb, lets out what the answer's schema names and nothing else. */
export function addRoute(app: Hono<ApiEnv>, deps: ApiDeps, { spec, verb }: ApiRoute): void {
  const path = `/v1${spec.path}`;
  app.on(spec.method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    c.set('route', path);
    const ctx = contextOf(c, deps);
    try {
      const { actor } = ctx;
      if (actor.kind === 'key') admitKey(actor, spec);
      const input = await readInput(c, spec.input.body === undefined ? null : largestBody(spec.operation));
      if (actor.kind === 'support') await admitSupport(ctx, actor, spec, input);
      const value = await verb(ctx, input);
      if (value instanceof Response) {
        const answer = actor.kind === 'support' ? guardAnswer(value) : value;
        return cutWhenRefused(deps, answer, actor, { ...ctx, path }, () => cutConnection(c));
      }
      if (spec.answer === 'nothing' || spec.answer === 'bytes') return c.body(null, spec.status ?? 204);
      return c.json(spec.answer.parse(value) as object, spec.status ?? 200);
    } catch (error) {
      if (error instanceof FaultError) await recordDenial(ctx, path, error, c.req.param());
      throw error;
    }
  });
}

/** At once: what waits to be sent is not sent. False without a socket (tests). */
function cutConnection(c: Context<ApiEnv>): boolean {
  const socket = c.env?.outgoing?.socket;
  socket?.resetAndDestroy();
  return socket !== undefined && socket !== null;
}

function contextOf(c: Context<ApiEnv>, deps: ApiDeps): VerbContext {
  const actor = c.get('actor');
  return {
    deps,
    actor,
    requestId: c.get('requestId'),
    address: c.get('address'),
    language: acceptedLanguage(c.req.header('accept-language')),
    idempotencyKey: readIdempotencyKey(c.req.header('idempotency-key'), actor),
    headers: c.req.raw.headers,
    signal: c.req.raw.signal,
  };
}

async function readInput(c: Context<ApiEnv>, largest: number | null): Promise<RawInput> {
  const query = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  return { params: c.req.param(), query, body: largest === null ? undefined : await readBody(c.req.raw, largest) };
}

/** Answers are kept per member: a key's are told apart from those of its maker. */
function readIdempotencyKey(header: string | undefined, actor: Actor): string | null {
  if (header === undefined || header === '') return null;
  if (header.length > 200) throw new FaultError('request.malformed', { field: 'Idempotency-Key' });
  return actor.kind === 'key' ? `${actor.key.keyId} ${header}` : header;
}

import { errorFields } from '@highwater/config/telemetry';
import { FaultError } from '@highwater/domain';
import { readAddressCheck, readEventEnvelope, type CallbackEnvelope } from '@highwater/wecom';
import type { Context, Hono } from 'hono';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { createTokenBucket } from '../http/token-bucket.ts';
import { tokenOfPath } from './callback-address.ts';
import { findTarget } from './find-target.ts';
import { openVerified } from './open-verified.ts';
import { LARGEST_EVENT, readLimited } from './read-limited.ts';
import { takeEvent } from './take-event.ts';

/** WeCom takes an address for dead after a second; what is not ready by then is refused, and WeCom tries again. */
const LONGEST_MS = 900;
/** One address that asks more often is refused without a look. WeCom asks up to four times a minute for each of its corps. */
const PER_MINUTE = 12_000;

type CallbackDeps = Pick<ApiDeps, 'database' | 'tenantKeys' | 'clock' | 'enqueue' | 'log'>;

/**
 * Everything below /callbacks. WeCom has no session: the path's token, the signature and the cipher say who it is.
 * Whatever is wrong is answered alike: 403 and nothing else.
 */
export function mountCallbacks(app: Hono<ApiEnv>, deps: CallbackDeps): void {
  const bucket = createTokenBucket(PER_MINUTE);
  app.all('/callbacks/*', async (c) => {
    c.set('route', '/callbacks/wecom/:token');
    if (!bucket.take(c.get('address') ?? '')) return refuse();
    const late = Promise.withResolvers<Response>();
    const timer = setTimeout(() => late.resolve(refuse()), LONGEST_MS);
    const answered = answer(deps, c).catch((error: unknown) => {
      if (!(error instanceof FaultError && error.fault === 'callback.refused')) {
        deps.log.error('callback failed', { requestId: c.get('requestId'), ...errorFields(error) });
      }
      return refuse();
    });
    return Promise.race([answered, late.promise]).finally(() => clearTimeout(timer));
  });
}

async function answer(deps: CallbackDeps, c: Context<ApiEnv>): Promise<Response> {
  const { method } = c.req;
  const query = new URL(c.req.url).searchParams;
  const body = method === 'POST' ? await readLimited(c.req.raw.body, LARGEST_EVENT) : undefined;
  const envelope = body === undefined ? readAddressCheck(query) : readEventEnvelope(query, body);
  const target = await findTarget(deps, tokenOfPath(c.req.path));
  if (method === 'GET') {
    const echo = openVerified(target, envelope ?? NONE, deps.clock.now());
    return new Response(Buffer.from(echo), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  if (method !== 'POST' || body === undefined) throw new FaultError('callback.refused');
  await takeEvent(deps, target, envelope ?? NONE);
  return new Response(null, { status: 200 });
}

/** Checked like any other where there is none, and never right. */
const NONE: CallbackEnvelope = { signature: '', timestamp: '0', nonce: '', encrypt: '' };

function refuse(): Response {
  return new Response(null, { status: 403 });
}

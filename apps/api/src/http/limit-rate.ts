import { createHash } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import { createMiddleware } from 'hono/factory';
import type { AddressEnv } from './find-address.ts';
import { createTokenBucket } from './token-bucket.ts';

/** A bucket per session cookie and address, before anything is looked up. */
export function limitRate(perMinute: number) {
  const bucket = createTokenBucket(perMinute);
  return createMiddleware<AddressEnv>(async (c, next) => {
    const cookie = c.req.header('cookie') ?? '';
    const session = cookie === '' ? '' : createHash('sha256').update(cookie).digest('base64url');
    if (!bucket.take(`${c.get('address') ?? ''} ${session}`)) throw new FaultError('request.too_many');
    await next();
  });
}

/** Tries to sign in or up, per address whatever the cookie: passwords are not to be guessed. */
export function limitSignIns(perMinute: number) {
  const bucket = createTokenBucket(perMinute);
  return createMiddleware<AddressEnv>(async (c, next) => {
    // Reading one's session is no try; a challenge is kept for who asks for it.
    const isTry = c.req.method === 'POST' || c.req.path.startsWith('/auth/passkey/');
    if (isTry && !bucket.take(c.get('address') ?? '')) throw new FaultError('request.too_many');
    await next();
  });
}

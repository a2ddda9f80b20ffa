import { createHmac } from 'node:crypto';
import { constantTimeEqual } from '@highwater/crypto';
import type { HttpBindings } from '@hono/node-server';
import { createMiddleware } from 'hono/factory';
import type { ApiDeps } from '../api-deps.ts';

export interface AddressEnv {
  Variables: { address: string | null };
}

const ADDRESS_HEADER = 'highwater-client-address';
const SIGNATURE_HEADER = 'highwater-client-signature';

/** The visitor's address: the portal's signed word (HMAC-SHA256, base64url), else the socket's other end. */
export function findAddress(deps: Pick<ApiDeps, 'portalSigningKey'>) {
  return createMiddleware<AddressEnv & { Bindings: Partial<HttpBindings> }>(async (c, next) => {
    const said = c.req.header(ADDRESS_HEADER);
    const signature = c.req.header(SIGNATURE_HEADER);
    const socket = c.env?.incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? null;
    const isProven =
      said !== undefined && signature !== undefined && isSignedByPortal(deps.portalSigningKey, said, signature);
    c.set('address', isProven ? said : socket);
    await next();
  });
}

function isSignedByPortal(key: Uint8Array, address: string, signature: string): boolean {
  return constantTimeEqual(createHmac('sha256', key).update(address).digest('base64url'), signature);
}

import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const ADDRESS_HEADER = 'highwater-client-address';
export const SIGNATURE_HEADER = 'highwater-client-signature';

/** Signs `address` so that the API believes it: HMAC-SHA256 of its text, base64url. */
export function signAddress(key: Uint8Array, address: string): string {
  return createHmac('sha256', key).update(address).digest('base64url');
}

/** The visitor's address as this server saw it, signed. Empty when the connection is already gone. */
export function clientHeaders(key: Uint8Array, incoming: IncomingMessage | undefined): Record<string, string> {
  const address = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '');
  if (address === undefined) return {};
  return { [ADDRESS_HEADER]: address, [SIGNATURE_HEADER]: signAddress(key, address) };
}

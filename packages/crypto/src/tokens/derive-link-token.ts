import { createHmac } from 'node:crypto';

/** The 128-bit token of a mailed link as 22 base64url characters; the same link always has the same token, so a mail can be sent again. */
export function deriveLinkToken(subkey: Uint8Array, linkId: string): string {
  return createHmac('sha256', subkey).update(linkId, 'utf8').digest().subarray(0, 16).toString('base64url');
}

import { decodePlaintext } from './decode-plaintext.ts';
import { maskFileIds } from './mask-file-ids.ts';

/** The plaintext as text for the raw view and for exports, sdkfileids masked. */
export function readRawText(plaintext: Uint8Array): string {
  return maskFileIds(decodePlaintext(plaintext));
}

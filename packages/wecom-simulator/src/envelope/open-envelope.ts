import { readParts, type OpenFailure } from './read-parts.ts';

export type OpenResult =
  | { readonly ok: true; readonly plaintext: Uint8Array }
  | { readonly ok: false; readonly code: OpenFailure };

/** Opens a message with the text that RSA gave; failures carry the code of the vendor's library. */
export function openEnvelope(input: { encryptKey: string; encryptChatMsg: string }): OpenResult {
  const read = readParts(input.encryptKey, input.encryptChatMsg);
  return read.ok ? { ok: true, plaintext: read.parts.plaintext } : read;
}

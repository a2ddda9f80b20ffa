import type { KeyObject } from 'node:crypto';
import type { UnixMs } from '@highwater/domain';
import { createNoise } from '../envelope/noise.ts';
import { sealEnvelope } from '../envelope/seal-envelope.ts';

export interface ArchivedMessage {
  readonly seq: bigint;
  readonly msgid: string;
  /** Version of the public key that was newest when the message reached the archive. */
  readonly version: number;
  readonly at: UnixMs;
  readonly plaintext: Uint8Array;
}

/** A message's entry in `chatdata` as JSON text; the same message always gives the same text. */
export function writeChatEntry(message: ArchivedMessage, publicKey: KeyObject, sealSeed: string): string {
  const noise = createNoise(`${sealSeed}|${message.seq}`);
  const sealed = sealEnvelope({ plaintext: message.plaintext, publicKey, noise });
  const rest = JSON.stringify({
    msgid: message.msgid,
    publickey_ver: message.version,
    encrypt_random_key: sealed.encryptRandomKey,
    encrypt_chat_msg: sealed.encryptChatMsg,
  });
  // seq is written by hand: it may exceed what a JavaScript number holds.
  return `{"seq":${message.seq},${rest.slice(1)}`;
}

/** The msgid inside a plaintext, or undefined when it cannot be read. */
export function readMsgid(plaintext: Uint8Array): string | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(plaintext).toString());
    if (typeof value !== 'object' || value === null || !('msgid' in value)) return undefined;
    return typeof value.msgid === 'string' ? value.msgid : undefined;
  } catch {
    return undefined;
  }
}

import { isSignedCallback, openCallback } from '@highwater/crypto';
import { FaultError, type UnixMs } from '@highwater/domain';
import type { CallbackEnvelope } from '@highwater/wecom';
import type { CallbackTarget } from './find-target.ts';

/** A callback older or newer than this is refused, and its signature is forgotten afterwards. */
export const WINDOW_MS = 10 * 60_000;

/**
 * The message of a callback that the target's WeCom made lately for its corp: signature first, then time, then the
 * deciphered receiver. Throws `callback.refused`, whatever is wrong.
 */
export function openVerified(target: CallbackTarget, envelope: CallbackEnvelope, now: UnixMs): Uint8Array {
  const { token, encodingAesKey } = target.secrets;
  if (!isSignedCallback(token, envelope, envelope.signature)) throw new FaultError('callback.refused');
  if (Math.abs(Number(envelope.timestamp) * 1000 - now) > WINDOW_MS) throw new FaultError('callback.refused');
  const { message, receiveId } = openCallback(encodingAesKey, envelope.encrypt);
  if (target.decoy || receiveId !== target.corpId) throw new FaultError('callback.refused');
  return message;
}

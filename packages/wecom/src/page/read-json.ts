import { FaultError } from '@highwater/domain';
import { isObject, parseJson, type JsonObject } from '../parse/json.ts';

/** UTF-8; a byte that is none becomes U+FFFD, so that one damaged text costs itself and not the whole answer. */
export function decodeAnswer(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * A JSON object in UTF-8; integers beyond 2^53 come as decimal strings. Throws `page.garbled` for anything else,
 * without the text and without the parser's error, which would quote it.
 */
export function readJsonObject(bytes: Uint8Array): JsonObject {
  const value = parseJson(decodeAnswer(bytes))?.value;
  if (!isObject(value)) throw new FaultError('page.garbled');
  return value;
}

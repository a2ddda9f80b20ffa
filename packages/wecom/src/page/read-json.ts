import { FaultError } from '@highwater/domain';
import { isObject, parseJson, type JsonObject } from '../parse/json.ts';

/**
 * A JSON object in UTF-8; integers beyond 2^53 come as decimal strings. Throws `page.garbled` for anything else,
 * without the text and without the parser's error, which would quote it.
 */
export function readJsonObject(bytes: Uint8Array): JsonObject {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FaultError('page.garbled');
  }
  const value = parseJson(text)?.value;
  if (!isObject(value)) throw new FaultError('page.garbled');
  return value;
}

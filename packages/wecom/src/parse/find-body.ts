import type { MessageBody } from '@highwater/domain';
import { Fields } from './fields.ts';
import { isObject, parseJson } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { BODY_KEYS } from './kinds.ts';
import type { KnownKind } from './kinds.ts';
import { parseBody } from './parse-body.ts';
import type { ParseState } from './parse-state.ts';

/** Finds and reads the body of a message at its documented place or at one of the others; undefined when none holds it. */
export function findBody(
  kind: KnownKind,
  msgtype: string,
  message: Fields,
  state: ParseState,
): MessageBody | undefined {
  const place = { state, depth: 0, around: message, parseNested: parseBody };
  if (kind === 'vote' && (Object.hasOwn(message.object, 'votetitle') || Object.hasOwn(message.object, 'voteitem'))) {
    return parseBody(kind, message, { ...place, path: 'vote' });
  }
  const keys = BODY_KEYS[kind];
  for (const key of new Set([...keys, msgtype])) {
    if (!Object.hasOwn(message.object, key)) continue;
    const object = openBody(kind, message.object[key]);
    const body = object && parseBody(kind, new Fields(object), { ...place, path: key });
    if (body === undefined) continue;
    if (key !== keys[0]) state.irregularities.add('body.other_key');
    return body;
  }
  return undefined;
}

function openBody(kind: KnownKind, value: Json | undefined): JsonObject | undefined {
  if (isObject(value)) return value;
  if (typeof value !== 'string') return undefined;
  const parsed = parseJson(value)?.value;
  if (isObject(parsed)) return parsed;
  return kind === 'text' || kind === 'markdown' ? { content: value } : undefined;
}

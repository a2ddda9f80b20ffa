import type { MediaRef } from '@highwater/domain';
import { Fields } from './fields.ts';
import { isObject, parseJson } from './json.ts';
import type { Json } from './json.ts';
import { readMedia } from './read-media.ts';

const DEEPEST = 40;

function guessKind(fields: Fields): MediaRef['mediaKind'] {
  if (fields.value('voice_size') !== undefined) return 'voice';
  if (fields.value('imagesize') !== undefined) return 'emotion';
  if (fields.value('play_length') !== undefined) return 'video';
  return 'file';
}

/** Files named anywhere in a part that we do not understand, with the paths that a later parser will give them. */
export function findUnknownMedia(value: Json, path: string, depth = 0): MediaRef[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => findUnknownMedia(item, `${path}[${index}]`, depth + 1));
  }
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value)?.value : undefined;
    return typeof inner === 'object' && inner !== null ? findUnknownMedia(inner, path, depth + 1) : [];
  }
  if (!isObject(value)) return [];
  const fields = new Fields(value);
  const own = fields.text('sdkfileid').trim() === '' ? [] : [readMedia(fields, guessKind(fields), path)];
  const inner = Object.entries(value).flatMap(([key, item]) => {
    const at = key === 'content' ? path : path === '' ? key : `${path}.${key}`;
    return typeof item === 'object' || typeof item === 'string' ? findUnknownMedia(item, at, depth + 1) : [];
  });
  return [...own, ...inner];
}

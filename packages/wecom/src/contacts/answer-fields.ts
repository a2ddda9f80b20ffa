import type { PersonKey } from '@highwater/domain';
import { Fields } from '../parse/fields.ts';
import { cleanId, foldPerson } from '../parse/fold-person.ts';
import { isObject, type Json, type JsonObject } from '../parse/json.ts';

/** Names and remarks are far shorter, a room's notice is a few thousand; nothing longer is kept. */
const LONGEST_TEXT = 10_000;

/** Text for the database, which takes neither NUL nor lone surrogates; null for none. */
export function textOf(fields: Fields, ...names: readonly string[]): string | null {
  const text = fields
    .text(...names)
    .replaceAll('\0', '')
    .slice(0, LONGEST_TEXT)
    .toWellFormed();
  return text.trim() === '' ? null : text;
}

/** An id as WeCom wrote it; null for none. */
export function idOf(fields: Fields, ...names: readonly string[]): string | null {
  return cleanId(fields.text(...names)) || null;
}

/** A person's key; null for none. */
export function personOf(fields: Fields, ...names: readonly string[]): PersonKey | null {
  return foldPerson(fields.text(...names));
}

/** A whole number that a 32-bit column holds; null for anything else. */
export function smallNumberOf(fields: Fields, ...names: readonly string[]): number | null {
  const number = fields.number(...names);
  return number !== null && Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? number : null;
}

/** The objects of a list; everything else in it is left out, and no list is an empty one. */
export function objectsOf(object: JsonObject, name: string): readonly Fields[] {
  const list: Json | undefined = object[name];
  return Array.isArray(list) ? list.filter((item) => isObject(item)).map((item) => new Fields(item)) : [];
}

/** Ids in a list, as written, without repeats. */
export function idsOf(object: JsonObject, name: string): readonly string[] {
  const ids = new Fields(object).texts(name).map(cleanId);
  return [...new Set(ids)].filter((id) => id !== '');
}

/** A department's id: a decimal that a 64-bit column holds. */
export function departmentOf(text: string | null): string | null {
  return text !== null && /^\d{1,18}$/.test(text) ? String(BigInt(text)) : null;
}

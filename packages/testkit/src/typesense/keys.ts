import { createHmac, timingSafeEqual } from 'node:crypto';
import { FORBIDDEN, Refusal } from './refusal.ts';
import type { Parameters } from './search-collection.ts';

export interface Key {
  readonly id: number;
  readonly value: string;
  readonly actions: readonly string[];
  readonly collections: readonly string[];
  readonly description: string;
}

/** What a request may do, and what its key adds to every search. */
export interface Permit {
  readonly may: (action: string, collection: string) => boolean;
  readonly embedded: Parameters;
}

const DIGEST = 44;
const PREFIX = 4;

/** Throws the one answer that the server has for every key that does not do. */
export function readKey(sent: string | undefined, admin: string, keys: readonly Key[]): Permit {
  if (sent === admin) return { may: () => true, embedded: {} };
  const key = keys.find(({ value }) => value === sent);
  if (key !== undefined) return { may: (action, collection) => permits(key, action, collection), embedded: {} };
  const scoped = sent === undefined ? undefined : readScoped(sent, keys);
  if (scoped === undefined) throw new Refusal(401, FORBIDDEN);
  return scoped;
}

function permits(key: Key, action: string, collection: string): boolean {
  const isAllowed = key.actions.includes(action) || key.actions.includes('*');
  return (
    isAllowed && key.collections.some((pattern) => pattern === '*' || new RegExp(`^(?:${pattern})$`).test(collection))
  );
}

/** Made of a key with the one action of searching; of no other, and never of the admin's. */
function readScoped(sent: string, keys: readonly Key[]): Permit | undefined {
  const raw = Buffer.from(sent, 'base64').toString();
  const [digest, prefix, json] = [raw.slice(0, DIGEST), raw.slice(DIGEST, DIGEST + PREFIX), raw.slice(DIGEST + PREFIX)];
  const parent = keys.find(
    ({ value, actions }) =>
      value.startsWith(prefix) && actions.join() === 'documents:search' && isSigned(value, json, digest),
  );
  if (parent === undefined) return undefined;
  const embedded = JSON.parse(json) as Parameters;
  const expires = embedded['expires_at'];
  if (typeof expires === 'number' && expires * 1000 < Date.now()) return undefined;
  return { may: (action, collection) => permits(parent, action, collection), embedded };
}

function isSigned(key: string, json: string, digest: string): boolean {
  const right = Buffer.from(createHmac('sha256', key).update(json).digest('base64'));
  const given = Buffer.from(digest);
  return right.length === given.length && timingSafeEqual(right, given);
}

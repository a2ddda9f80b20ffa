import { createCollection, describeCollection, storeDocument, type Collection } from './collection.ts';
import type { Key, Permit } from './keys.ts';
import { parseFilter } from './parse-filter.ts';
import { FORBIDDEN, Refusal } from './refusal.ts';
import { searchCollection, type Parameters } from './search-collection.ts';

/** What the server holds. */
export interface Holdings {
  readonly collections: Map<string, Collection>;
  readonly aliases: Map<string, string>;
  readonly keys: Key[];
  /** Documents of each collection that searches see so far; all when null. */
  visible: number | null;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Parameters;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const LONGEST_QUERY = 4_000;
const MOST_SEARCHES = 50;

type Handler = (asked: Asked, names: readonly string[], held: Holdings, permit: Permit) => Answered;

const ROUTES: readonly (readonly [method: string, path: RegExp, action: string, handler: Handler])[] = [
  ['GET', /^\/collections$/, 'collections:list', listCollections],
  ['POST', /^\/collections$/, 'collections:create', addCollection],
  ['GET', /^\/collections\/([^/]+)$/, 'collections:get', getCollection],
  ['DELETE', /^\/collections\/([^/]+)$/, 'collections:delete', deleteCollection],
  ['GET', /^\/collections\/([^/]+)\/documents\/search$/, 'documents:search', search],
  ['POST', /^\/collections\/([^/]+)\/documents\/import$/, 'documents:import', importDocuments],
  ['POST', /^\/collections\/([^/]+)\/documents$/, 'documents:create', addDocument],
  ['PATCH', /^\/collections\/([^/]+)\/documents\/([^/]+)$/, 'documents:update', patchDocument],
  ['DELETE', /^\/collections\/([^/]+)\/documents$/, 'documents:delete', deleteDocuments],
  ['POST', /^\/multi_search$/, '', searchAll],
  ['GET', /^\/aliases$/, 'aliases:list', listAliases],
  ['GET', /^\/aliases\/([^/]+)$/, 'aliases:get', getAlias],
  ['PUT', /^\/aliases\/([^/]+)$/, 'aliases:create', putAlias],
  ['DELETE', /^\/aliases\/([^/]+)$/, 'aliases:delete', deleteAlias],
  ['POST', /^\/keys$/, 'keys:create', addKey],
  ['DELETE', /^\/keys\/([^/]+)$/, 'keys:delete', deleteKey],
];

/** Throws a Refusal. */
export function answerRequest(asked: Asked, held: Holdings, permit: Permit): Answered {
  for (const [method, path, action, handler] of ROUTES) {
    const names = asked.method === method ? path.exec(asked.path)?.slice(1).map(decodeURIComponent) : undefined;
    if (names === undefined) continue;
    if (action !== '' && !permit.may(action, names[0] ?? '')) throw new Refusal(401, FORBIDDEN);
    return handler(asked, names, held, permit);
  }
  throw new Refusal(404, 'Not Found');
}

function json(status: number, body: unknown): Answered {
  return { status, type: JSON_TYPE, body };
}

function readBody(asked: Asked): Record<string, unknown> {
  try {
    return JSON.parse(asked.body) as Record<string, unknown>;
  } catch {
    throw new Refusal(400, 'Bad JSON.');
  }
}

/** A collection of that name, else the one that the alias names. */
function resolve(held: Holdings, name: string, message = 'Collection not found'): Collection {
  const collection = held.collections.get(name) ?? held.collections.get(held.aliases.get(name) ?? '');
  if (collection === undefined) throw new Refusal(404, message);
  return collection;
}

function listCollections(_: Asked, __: readonly string[], held: Holdings): Answered {
  return json(200, [...held.collections.values()].toReversed().map(describeCollection));
}

function addCollection(asked: Asked, _: readonly string[], held: Holdings): Answered {
  const collection = createCollection(readBody(asked));
  if (held.collections.has(collection.name)) {
    throw new Refusal(409, `A collection with name \`${collection.name}\` already exists.`);
  }
  held.collections.set(collection.name, collection);
  return json(201, describeCollection(collection));
}

function getCollection(_: Asked, [name = '']: readonly string[], held: Holdings): Answered {
  return json(200, describeCollection(resolve(held, name)));
}

function deleteCollection(_: Asked, [name = '']: readonly string[], held: Holdings): Answered {
  const collection = resolve(held, name, `No collection with name \`${name}\` found.`);
  held.collections.delete(collection.name);
  return json(200, describeCollection(collection));
}

function search(asked: Asked, [name = '']: readonly string[], held: Holdings, permit: Permit): Answered {
  if (new URLSearchParams(asked.query as Record<string, string>).toString().length > LONGEST_QUERY) {
    const message = `Query string exceeds max allowed length of ${LONGEST_QUERY}. Use the /multi_search end-point for larger payloads.`;
    throw new Refusal(400, message);
  }
  return json(200, searchOne(held, name, asked.query, permit));
}

function searchOne(held: Holdings, name: string, parameters: Parameters, permit: Permit): Record<string, unknown> {
  const collection = resolve(held, name);
  const documents = [...collection.documents.values()];
  const visible = held.visible === null ? documents : documents.slice(0, held.visible);
  return searchCollection(collection, parameters, permit.embedded, visible);
}

/** Answers 200 although single searches were refused. */
function searchAll(asked: Asked, _: readonly string[], held: Holdings, permit: Permit): Answered {
  const { searches } = readBody(asked);
  if (!Array.isArray(searches)) throw new Refusal(400, 'Missing `searches` array.');
  if (searches.length > MOST_SEARCHES) {
    throw new Refusal(400, 'Number of multi searches exceeds `limit_multi_searches` parameter.');
  }
  const wanted = (searches as Parameters[]).map((one) => ({ ...asked.query, ...one }) as Parameters);
  for (const one of wanted) {
    if (!permit.may('documents:search', String(one['collection']))) throw new Refusal(401, FORBIDDEN);
  }
  const results = wanted.map((one) => {
    try {
      return searchOne(held, String(one['collection']), one, permit);
    } catch (error) {
      if (error instanceof Refusal) return { code: error.status, error: error.message };
      throw error;
    }
  });
  return json(200, { results });
}

/** One line of answer per line; blank lines are passed over. */
function importDocuments(asked: Asked, [name = '']: readonly string[], held: Holdings): Answered {
  const action = String(asked.query['action'] ?? 'create');
  if (!/^(create|update|upsert|emplace)$/.test(action)) {
    throw new Refusal(400, 'Parameter `action` must be a create|update|upsert.');
  }
  if (asked.query['batch_size'] !== undefined && !/^[1-9]\d*$/.test(String(asked.query['batch_size']))) {
    throw new Refusal(400, 'Parameter `batch_size` must be a positive integer.');
  }
  const collection = resolve(held, name);
  const lines = asked.body.split('\n').filter((line) => line.trim() !== '');
  const answers = lines.map((line) => JSON.stringify(importLine(collection, line, action, asked.query)));
  return { status: 200, type: 'text/plain; charset=utf-8', body: answers.join('\n') };
}

function importLine(collection: Collection, line: string, action: string, query: Parameters): Record<string, unknown> {
  let id: unknown;
  const named = (): Record<string, unknown> =>
    String(query['return_id']) === 'true' && typeof id === 'string' ? { id } : {};
  try {
    const document: unknown = parseLine(line);
    id = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined;
    storeDocument(collection, document, action);
    return { ...named(), success: true };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.status, error: error.message, ...named(), success: false };
    throw error;
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Refusal(400, 'Bad JSON: not readable.');
  }
}

function addDocument(asked: Asked, [name = '']: readonly string[], held: Holdings): Answered {
  const action = String(asked.query['action'] ?? 'create');
  return json(201, storeDocument(resolve(held, name), readBody(asked), action));
}

function patchDocument(asked: Asked, [name = '', id = '']: readonly string[], held: Holdings): Answered {
  return json(200, storeDocument(resolve(held, name), { ...readBody(asked), id }, 'update'));
}

function deleteDocuments(asked: Asked, [name = '']: readonly string[], held: Holdings): Answered {
  const type = 'application/json';
  const collection = resolve(held, name);
  const all = [...collection.documents.values()];
  if (String(asked.query['truncate']) === 'true') {
    collection.documents.clear();
    return { status: 200, type, body: { num_deleted: all.length } };
  }
  const filter = asked.query['filter_by'];
  if (typeof filter !== 'string') throw new Refusal(400, 'Parameter `filter_by` must be provided.');
  if (filter.length > LONGEST_QUERY) throw new Refusal(400, 'Query string exceeds max allowed length of 4000.');
  const doomed = all.filter(parseFilter(collection, filter));
  for (const { id } of doomed) collection.documents.delete(id);
  return { status: 200, type, body: { num_deleted: doomed.length } };
}

function listAliases(_: Asked, __: readonly string[], held: Holdings): Answered {
  const aliases = [...held.aliases].map(([name, collection_name]) => ({ collection_name, name }));
  return json(200, { aliases });
}

function getAlias(_: Asked, [name = '']: readonly string[], held: Holdings): Answered {
  const collection_name = held.aliases.get(name);
  if (collection_name === undefined) throw new Refusal(404, 'Collection not found');
  return json(200, { collection_name, name });
}

/** The collection need not be there. */
function putAlias(asked: Asked, [name = '']: readonly string[], held: Holdings): Answered {
  const { collection_name } = readBody(asked);
  if (typeof collection_name !== 'string') throw new Refusal(400, 'Parameter `collection_name` is required.');
  held.aliases.set(name, collection_name);
  return json(200, { collection_name, name });
}

function deleteAlias(asked: Asked, names: readonly string[], held: Holdings): Answered {
  const answer = getAlias(asked, names, held);
  held.aliases.delete(names[0] ?? '');
  return answer;
}

function addKey(asked: Asked, _: readonly string[], held: Holdings): Answered {
  const { actions, collections, description = '', value } = readBody(asked);
  if (!Array.isArray(collections)) throw new Refusal(400, 'Could not find a `collections` key.');
  const id = Math.max(0, ...held.keys.map((key) => key.id)) + 1;
  const key = {
    id,
    actions: actions as string[],
    collections: collections as string[],
    description: String(description),
    value: typeof value === 'string' ? value : crypto.randomUUID().replaceAll('-', ''),
  };
  held.keys.push(key);
  return json(201, { ...key, autodelete: false, expires_at: 64_723_363_199 });
}

function deleteKey(_: Asked, [id = '']: readonly string[], held: Holdings): Answered {
  const at = held.keys.findIndex((key) => String(key.id) === id);
  if (at < 0) throw new Refusal(404, 'Not found.');
  held.keys.splice(at, 1);
  return json(200, { id: Number(id) });
}

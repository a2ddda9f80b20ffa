import type {
  AccessClause,
  AccessCondition,
  Direction,
  MessageKind,
  PersonKey,
  RoomId,
  SearchQuery,
  TenantId,
  UnixMs,
} from '@highwater/domain';
import { filterToken } from './tokens/filter-token.ts';
import { isExactWord } from './tokens/is-exact-word.ts';
import { queryTokens } from './tokens/query-tokens.ts';

type Hash = (token: string) => number;

/** Kinds of message that may carry files; others never do. */
export const KINDS_WITH_FILES: readonly MessageKind[] = [
  'image',
  'voice',
  'video',
  'file',
  'emotion',
  'voip_doc_share',
  'meeting_voice_call',
  'chatrecord',
  'mixed',
  'note',
  'unknown',
];

/** A clause of an access condition: of each list that is there one. */
export interface ClauseTokens {
  readonly people?: readonly number[];
  readonly with?: readonly number[];
  readonly rooms?: readonly number[];
  readonly kinds?: readonly MessageKind[];
  /** Of the kinds: a message has one of these too. */
  readonly kindTokens?: readonly number[];
  readonly directions?: readonly Direction[];
  readonly from: UnixMs | null;
  readonly until: UnixMs | null;
}

/** A query and a reader's access condition as hashed tokens, as the index of packages/db asks for them. */
export interface CompiledTokens {
  readonly all: readonly number[];
  readonly anyOf: readonly (readonly number[])[];
  readonly clauses: readonly (readonly (readonly number[])[])[];
  readonly noneOf: readonly number[];
  readonly access: readonly ClauseTokens[] | null;
  readonly isExact: boolean;
  readonly personHash: (person: PersonKey) => number;
  readonly roomHash: (room: RoomId) => number;
}

/**
 * Every message that matches qualifies, and with `isExact` no other does: words of one or two characters are tokens
 * themselves, of longer ones the pairs may stand apart. `hash` is the tenant's search hasher.
 */
export function compileTokenCondition(query: SearchQuery, access: AccessCondition, hash: Hash): CompiledTokens {
  const all = new Set<string>();
  const anyOf: string[][] = [];
  const clauses: string[][][] = [];
  for (const clause of query.words) {
    const words = clause.map(queryTokens);
    const [only = [], ...others] = words;
    if (others.length === 0) for (const token of only) all.add(token);
    // A word without tokens may stand in any message.
    else if (words.every((tokens) => tokens.length === 1)) anyOf.push(words.flat());
    else if (words.every((tokens) => tokens.length > 0)) clauses.push(words);
  }
  for (const ids of query.people) anyOf.push(ids.map((id) => filterToken.person(id)));
  if (query.roomId !== null) all.add(filterToken.room(query.roomId));
  if (query.conversationId !== null) all.add(filterToken.conversation(query.conversationId));
  if (query.kinds.length > 0) anyOf.push(query.kinds.map((kind) => filterToken.kind(kind)));
  else if (query.hasMedia === true) anyOf.push(KINDS_WITH_FILES.map((kind) => filterToken.kind(kind)));

  const excluded = query.without.filter(isExactWord);
  return {
    all: [...all].map(hash),
    anyOf: anyOf.map((tokens) => tokens.map(hash)),
    clauses: clauses.map((words) => words.map((tokens) => tokens.map(hash))),
    noneOf: excluded.flatMap(queryTokens).map(hash),
    access: access.kind === 'where' ? compileAccess(access.any, hash) : access.kind === 'all' ? null : [],
    isExact: query.words.flat().every(isExactWord) && excluded.length === query.without.length,
    personHash: (person) => hash(filterToken.person(person)),
    roomHash: (room) => hash(filterToken.room(room)),
  };
}

/** Of clauses that stay the same object between requests, by the tenant's hasher. */
const compiled = new WeakMap<Hash, WeakMap<readonly AccessClause[], readonly ClauseTokens[]>>();

function compileAccess(any: readonly AccessClause[], hash: Hash): readonly ClauseTokens[] {
  const ofTenant = compiled.get(hash) ?? new WeakMap<readonly AccessClause[], readonly ClauseTokens[]>();
  compiled.set(hash, ofTenant);
  const tokens = ofTenant.get(any) ?? compileAccessAnew(any, hash);
  ofTenant.set(any, tokens);
  return tokens;
}

/** People of clauses that are otherwise the same together. */
function compileAccessAnew(any: readonly AccessClause[], hash: Hash): readonly ClauseTokens[] {
  const alike = Map.groupBy(any, ({ people, ...others }) => {
    const { with: beside, rooms, kinds, directions, from, until } = others;
    return JSON.stringify([people === undefined, beside ?? null, rooms, kinds, directions, from, until]);
  });
  return [...alike.values()].flatMap((clauses) => {
    const [first] = clauses;
    return first === undefined ? [] : [compileClause(first, clauses, hash)];
  });
}

function compileClause(first: AccessClause, alike: readonly AccessClause[], hash: Hash): ClauseTokens {
  const { with: others, rooms, kinds, directions, from = null, until = null } = first;
  const people = [...new Set(alike.flatMap((clause) => clause.people ?? []))];
  return {
    ...(first.people === undefined ? {} : { people: people.map((key) => hash(filterToken.person(key))) }),
    ...(others === undefined ? {} : { with: others.map((key) => hash(filterToken.person(key))) }),
    ...(rooms === undefined ? {} : { rooms: rooms.map((room) => hash(filterToken.room(room))) }),
    ...(kinds === undefined ? {} : { kinds, kindTokens: kinds.map((kind) => hash(filterToken.kind(kind))) }),
    ...(directions === undefined ? {} : { directions }),
    from,
    until,
  };
}

/** `compileTokenCondition` as the index asks for it: `hasherOf` gives a tenant's search hasher. */
export function createTokenCompiler(
  hasherOf: (tenantId: TenantId) => Promise<Hash>,
): (tenantId: TenantId, query: SearchQuery, access: AccessCondition) => Promise<CompiledTokens> {
  return async (tenantId, query, access) => compileTokenCondition(query, access, await hasherOf(tenantId));
}

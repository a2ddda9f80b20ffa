import type {
  AccessClause,
  AccessCondition,
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

/** A query and a reader's access condition as hashed tokens, as the index of packages/db asks for them. */
export interface CompiledTokens {
  readonly all: readonly number[];
  readonly anyOf: readonly (readonly number[])[];
  readonly clauses: readonly (readonly (readonly number[])[])[];
  readonly noneOf: readonly number[];
  readonly access:
    | readonly { readonly people: readonly number[]; readonly from: UnixMs | null; readonly until: UnixMs | null }[]
    | null;
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

type AccessTokens = NonNullable<CompiledTokens['access']>;

/** Of clauses that stay the same object between requests, by the tenant's hasher. */
const compiled = new WeakMap<Hash, WeakMap<readonly AccessClause[], AccessTokens>>();

function compileAccess(any: readonly AccessClause[], hash: Hash): AccessTokens {
  const ofTenant = compiled.get(hash) ?? new WeakMap<readonly AccessClause[], AccessTokens>();
  compiled.set(hash, ofTenant);
  const tokens = ofTenant.get(any) ?? compileAccessAnew(any, hash);
  ofTenant.set(any, tokens);
  return tokens;
}

/** People of the same period together. */
function compileAccessAnew(any: readonly AccessClause[], hash: Hash): AccessTokens {
  const periods = Map.groupBy(any, ({ from = null, until = null }) => `${from} ${until}`);
  return [...periods.values()].map((clauses) => ({
    people: [...new Set(clauses.flatMap(({ people }) => people))].map((key) => hash(filterToken.person(key))),
    from: clauses[0]?.from ?? null,
    until: clauses[0]?.until ?? null,
  }));
}

/** `compileTokenCondition` as the index asks for it: `hasherOf` gives a tenant's search hasher. */
export function createTokenCompiler(
  hasherOf: (tenantId: TenantId) => Promise<Hash>,
): (tenantId: TenantId, query: SearchQuery, access: AccessCondition) => Promise<CompiledTokens> {
  return async (tenantId, query, access) => compileTokenCondition(query, access, await hasherOf(tenantId));
}

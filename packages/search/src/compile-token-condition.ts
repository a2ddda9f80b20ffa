import type { AccessCondition, SearchQuery, TenantId } from '@highwater/domain';
import { filterToken } from './tokens/filter-token.ts';
import { queryTokens } from './tokens/query-tokens.ts';

/**
 * A query and a reader's access condition as hashed tokens: a message qualifies when it has all of `all` and at least
 * one of each list in `anyOf`. `hash` is the tenant's search hasher. Times are not tokens; the index holds them as columns.
 */
export function compileTokenCondition(
  query: SearchQuery,
  access: AccessCondition,
  hash: (token: string) => number,
): { all: readonly number[]; anyOf: readonly (readonly number[])[] } {
  const all = new Set<string>();
  // A clause of several words has no token that all its messages share: what it lets through is left to the caller.
  for (const [word, ...others] of query.words) {
    if (word !== undefined && others.length === 0) for (const token of queryTokens(word)) all.add(token);
  }
  const anyOf: string[][] = query.people.map((ids) => ids.map((id) => filterToken.person(id)));
  if (query.roomId !== null) all.add(filterToken.room(query.roomId));
  if (query.conversationId !== null) all.add(filterToken.conversation(query.conversationId));

  if (query.kinds.length > 0) anyOf.push(query.kinds.map((kind) => filterToken.kind(kind)));
  if (access.kind === 'where') {
    anyOf.push([...new Set(access.any.flatMap((clause) => clause.people))].map((key) => filterToken.person(key)));
  }
  return { all: [...all].map(hash), anyOf: anyOf.map((tokens) => tokens.map(hash)) };
}

/** `compileTokenCondition` as the index asks for it: `hasherOf` gives a tenant's search hasher. */
export function createTokenCompiler(
  hasherOf: (tenantId: TenantId) => Promise<(token: string) => number>,
): (
  tenantId: TenantId,
  query: SearchQuery,
  access: AccessCondition,
) => Promise<ReturnType<typeof compileTokenCondition>> {
  return async (tenantId, query, access) => compileTokenCondition(query, access, await hasherOf(tenantId));
}

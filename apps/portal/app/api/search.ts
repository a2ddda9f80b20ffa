import type { Selection } from './export-types.ts';
import type { SavedQuery, SavedSearch, SearchNumbers } from './search-types.ts';
import type { Page, SearchAnswer } from './types.ts';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

/** Hits of one page. */
const HITS = 30;

/** A selection as the address of the API takes it. */
function queryOf({ people, kinds, directions, ...rest }: Selection) {
  return {
    ...rest,
    ...(people === undefined ? {} : { person: people }),
    ...(kinds === undefined ? {} : { kind: kinds }),
    ...(directions === undefined ? {} : { direction: directions }),
  };
}

/** A page of hits, newest first; `cursor` goes on where another page ended. */
export function findMessages(
  { client }: VisitorApi,
  selection: Selection,
  cursor: string | undefined,
): Promise<SearchAnswer> {
  const query = { ...queryOf(selection), ...(cursor === undefined ? {} : { cursor }), limit: HITS };
  return answerOf(client.GET('/v1/messages/search', { params: { query } }));
}

/** How the hits divide, by day, kind, direction, person and room. */
export function countMessages({ client }: VisitorApi, selection: Selection): Promise<SearchNumbers> {
  return answerOf(client.GET('/v1/messages/facets', { params: { query: queryOf(selection) } }));
}

/** The member's own. */
export function listSavedSearches({ client }: VisitorApi): Promise<Page<SavedSearch>> {
  return answerOf(client.GET('/v1/saved-searches'));
}

export async function saveSearch(
  { client }: VisitorApi,
  search: { readonly name: string; readonly query: SavedQuery },
  key: string,
): Promise<void> {
  await client.POST('/v1/saved-searches', { params: { header: repeatable(key) }, body: search });
}

export async function deleteSavedSearch({ client }: VisitorApi, searchId: string): Promise<void> {
  await client.DELETE('/v1/saved-searches/{searchId}', { params: { path: { searchId } } });
}

import { ApiProblem, readProblem } from '@highwater/api-client';
import type { Selection } from './export-types.ts';
import type { SavedQuery, SavedSearch, SearchNumbers, SearchResult } from './search-types.ts';
import type { Page } from './types.ts';
import type { VisitorApi } from './visitor-api.ts';

/** Hits of one page. */
const HITS = 30;

async function ask(api: VisitorApi, path: string, init?: RequestInit): Promise<unknown> {
  const headers = { 'highwater-csrf': '1', 'content-type': 'application/json' };
  const response = await api.send(path, { headers, ...init });
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw new ApiProblem(readProblem(response.status, body));
  return body;
}

function queryOf(
  { people, kinds, directions, ...rest }: Selection,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(more);
  for (const [name, value] of Object.entries(rest)) search.set(name, String(value));
  for (const person of people ?? []) search.append('person', person);
  for (const kind of kinds ?? []) search.append('kind', kind);
  for (const direction of directions ?? []) search.append('direction', direction);
  return search.toString();
}

/** A page of hits; `cursor` goes on where another page ended. */
export async function findMessages(
  api: VisitorApi,
  selection: Selection,
  cursor: string | undefined,
): Promise<SearchResult> {
  const more = { limit: String(HITS), ...(cursor === undefined ? {} : { cursor }) };
  return (await ask(api, `/v1/messages/search?${queryOf(selection, more)}`)) as SearchResult;
}

/** How the hits divide, by day, kind, direction, person and room. */
export async function countMessages(api: VisitorApi, selection: Selection): Promise<SearchNumbers> {
  return (await ask(api, `/v1/messages/facets?${queryOf(selection)}`)) as SearchNumbers;
}

export async function listSavedSearches(api: VisitorApi): Promise<Page<SavedSearch>> {
  return (await ask(api, '/v1/saved-searches')) as Page<SavedSearch>;
}

export async function saveSearch(api: VisitorApi, name: string, query: SavedQuery): Promise<void> {
  await ask(api, '/v1/saved-searches', { method: 'POST', body: JSON.stringify({ name, query }) });
}

export async function deleteSavedSearch(api: VisitorApi, searchId: string): Promise<void> {
  await ask(api, `/v1/saved-searches/${encodeURIComponent(searchId)}`, { method: 'DELETE' });
}

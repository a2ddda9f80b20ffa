import { FaultError, type MessageId, type MessagePosition } from '@highwater/domain';
import type { Client } from 'typesense';
import { faultOfStatus, translateError } from './translate-error.ts';

/** The server takes at most so many in one request. */
export const MOST_SEARCHES = 50;

export interface Search {
  /** From `queryOf`. */
  readonly q: string;
  readonly filter: string;
  /** Hits wanted, at most 250; 0 for numbers alone. */
  readonly size: number;
  readonly sort?: string;
  readonly facets?: { readonly fields: readonly string[]; readonly values: number };
}

export interface SearchAnswer {
  readonly found: number;
  /** Documents of all tenants in the collection. */
  readonly outOf: number;
  readonly hits: readonly MessagePosition[];
  /** Counts by value, by field. `total` is how many values there are. */
  readonly facets: ReadonlyMap<string, { readonly counts: ReadonlyMap<string, number>; readonly total: number }>;
}

interface Found {
  id: string;
  sent_at: number;
}

/**
 * Asks everything in as few requests as possible, by POST: filters may be longer than an address. Answers in order.
 * One search that failed fails all; an answer that was cut off counts as none. Errors: `search.*`.
 */
export async function runSearches(
  client: Client,
  collection: string,
  searches: readonly Search[],
  signal: AbortSignal | null,
): Promise<SearchAnswer[]> {
  const answers: SearchAnswer[] = [];
  for (let start = 0; start < searches.length; start += MOST_SEARCHES) {
    answers.push(...(await runSome(client, collection, searches.slice(start, start + MOST_SEARCHES), signal)));
  }
  return answers;
}

async function runSome(client: Client, collection: string, searches: readonly Search[], signal: AbortSignal | null) {
  const body = { searches: searches.map((search) => parametersOf(collection, search)) };
  const { results } = await client.multiSearch
    .perform<Found[]>(body, {}, { abortSignal: signal })
    .catch((error: unknown) => {
      throw translateError(error);
    });
  if (!Array.isArray(results) || results.length !== searches.length) throw new FaultError('search.refused');
  return results.map((result): SearchAnswer => {
    // The request as a whole answers 200 although this search failed.
    if (result.code !== undefined) throw new FaultError(faultOfStatus(result.code));
    if (result.search_cutoff === true) throw new FaultError('search.unavailable');
    return {
      found: result.found,
      outOf: result.out_of,
      hits: (result.hits ?? []).map(({ document }) => ({
        sentAt: document.sent_at,
        messageId: document.id as MessageId,
      })),
      facets: new Map(
        (result.facet_counts ?? []).map(({ field_name, counts, stats }) => [
          field_name,
          {
            counts: new Map(counts.map(({ value, count }) => [value, count])),
            total: stats.total_values ?? counts.length,
          },
        ]),
      ),
    };
  });
}

function parametersOf(collection: string, { q, filter, size, sort, facets }: Search) {
  return {
    collection,
    q,
    query_by: 'chars',
    // These matter as soon as a quote is missing.
    prefix: false,
    num_typos: 0,
    drop_tokens_threshold: 0,
    filter_by: filter,
    per_page: size,
    include_fields: 'id,sent_at',
    highlight_fields: 'none',
    ...(sort === undefined ? {} : { sort_by: sort }),
    ...(facets === undefined ? {} : { facet_by: facets.fields.join(','), max_facet_values: facets.values }),
  };
}

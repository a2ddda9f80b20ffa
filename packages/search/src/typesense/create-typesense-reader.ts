import { FaultError, type SearchIndex, type TenantId } from '@highwater/domain';
import type { Client } from 'typesense';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { compileFilter, tenantFilter } from './compile-filter.ts';
import { countCandidates } from './count-candidates.ts';
import { createClient, type Connections } from './create-client.ts';
import { findCandidates } from './find-candidates.ts';
import { planWords } from './plan-words.ts';
import { runSearches, type Search, type SearchAnswer } from './run-searches.ts';
import { ALIAS, PATIENCE_MS, type TypesenseSettings } from './typesense-settings.ts';

/** Clients are kept for so many tenants. */
const MOST_CLIENTS = 500;

const NOTHING = { total: 0, isExact: true, days: [], kinds: [], directions: [], people: [], rooms: [] };

/**
 * Finding. Whatever goes wrong is `search.*`, after 300 ms at the latest, so that the caller can ask elsewhere; after
 * three silences in a row nothing is asked for a while. `isUnanswered` is not known here: it is left unasked and the
 * answer is wider.
 */
export function createTypesenseReader(settings: TypesenseSettings, connections: Connections): SearchIndex {
  const alias = settings.alias ?? ALIAS;
  const patienceMs = settings.patienceMs ?? PATIENCE_MS;
  const guard = createCircuitBreaker(settings.clock);
  const clients = new Map<TenantId, Client>();

  return {
    engine: 'typesense',
    async find(tenantId, query, access, page) {
      const plan = planWords(query);
      if (access.kind === 'none' || plan.isImpossible) return { positions: [], next: null };
      const filter = compileFilter(tenantId, query, access);
      return look(tenantId, (run) => findCandidates(run, plan, filter, page));
    },
    async count(tenantId, query, access, { zone, signal }) {
      const plan = planWords(query);
      if (access.kind === 'none' || plan.isImpossible) return NOTHING;
      const filter = compileFilter(tenantId, query, access);
      const counts = await look(tenantId, (run) => countCandidates(run, plan, filter, zone), signal);
      return query.isUnanswered ? { ...counts, isExact: false } : counts;
    },
  };

  function look<Result>(
    tenantId: TenantId,
    work: (run: (searches: readonly Search[]) => Promise<SearchAnswer[]>) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const patience = AbortSignal.timeout(patienceMs);
    const either = signal === undefined ? patience : AbortSignal.any([patience, signal]);
    return guard(async () => {
      const least = (await settings.leastDocuments?.()) ?? 0;
      return work(async (searches) => {
        const answers = await runSearches(clientOf(tenantId), alias, searches, either).catch((error: unknown) => {
          // That the caller went away is no fault of the server.
          signal?.throwIfAborted();
          throw error;
        });
        if (answers.some(({ outOf }) => outOf < least)) throw new FaultError('search.unavailable');
        return answers;
      });
    });
  }

  /** With a key that carries the tenant's filter: the server adds it to whatever is asked. */
  function clientOf(tenantId: TenantId): Client {
    const known = clients.get(tenantId);
    if (known !== undefined) return known;
    if (settings.searchKey === undefined) throw new FaultError('search.refused');
    const options = { url: settings.url, connections, timeoutMs: patienceMs };
    const key = createClient({ ...options, key: settings.searchKey })
      .keys()
      .generateScopedSearchKey(settings.searchKey, { filter_by: tenantFilter(tenantId) });
    const client = createClient({ ...options, key });
    const [oldest] = clients.keys();
    if (clients.size >= MOST_CLIENTS && oldest !== undefined) clients.delete(oldest);
    clients.set(tenantId, client);
    return client;
  }
}

import { faultOf, type Fault, type SearchIndex, type TenantId } from '@highwater/domain';

export interface SearchIndexWithFallback extends SearchIndex {
  /** Who gave the last answer; before the first one, who would be asked last. */
  readonly engine: 'postgres' | 'typesense';
}

/**
 * The faster index where it is on, complete and answering, else the one in the database, which always is. One per
 * request: after the first failure the request stays with the database. Both have the same order, so pages that were
 * begun with one go on with the other. Messages nobody answered are known to the database only.
 * Only `search.*` leads to the database; any other error is thrown.
 */
export function createSearchIndexWithFallback(options: {
  readonly typesense: SearchIndex | null;
  readonly postgres: SearchIndex;
  /** Whether the tenant wants it and its index is complete. Asked at most once per tenant. */
  readonly isOn: (tenantId: TenantId) => Promise<boolean>;
  /** Told once, for the log. */
  readonly onFallback?: (fault: Fault) => void;
}): SearchIndexWithFallback {
  const { typesense, postgres } = options;
  let engine: SearchIndex['engine'] = 'postgres';
  let hasFailed = false;
  const on = new Map<TenantId, Promise<boolean>>();

  return {
    get engine() {
      return engine;
    },
    find: (tenantId, query, access, page) =>
      answer(tenantId, query.isUnanswered, (index) => index.find(tenantId, query, access, page)),
    count: (tenantId, query, access, wanted) =>
      answer(tenantId, query.isUnanswered, (index) => index.count(tenantId, query, access, wanted)),
  };

  async function answer<Result>(
    tenantId: TenantId,
    isUnanswered: boolean,
    ask: (index: SearchIndex) => Promise<Result>,
  ): Promise<Result> {
    if (typesense !== null && !isUnanswered && !hasFailed && (await isOn(tenantId))) {
      try {
        const result = await ask(typesense);
        engine = typesense.engine;
        return result;
      } catch (error) {
        const fault = faultOf(error);
        if (!fault.startsWith('search.')) throw error;
        hasFailed = true;
        options.onFallback?.(fault);
      }
    }
    const result = await ask(postgres);
    engine = postgres.engine;
    return result;
  }

  function isOn(tenantId: TenantId): Promise<boolean> {
    const known = on.get(tenantId) ?? options.isOn(tenantId);
    on.set(tenantId, known);
    return known;
  }
}

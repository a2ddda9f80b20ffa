import { inTenant, isOutsideIndexComplete } from '@highwater/db';
import type { SearchIndex } from '@highwater/domain';
import { createSearchIndexWithFallback } from '@highwater/search/typesense';
import type { ApiDeps } from '../api-deps.ts';

/**
 * The index for one request: the fast one for companies that have it on and complete, else and after its first failure
 * the database. `engine` names whoever answered last.
 */
export function openSearchIndex(deps: ApiDeps): SearchIndex {
  if (deps.fastIndex === null) return deps.searchIndex;
  return createSearchIndexWithFallback({
    typesense: deps.fastIndex,
    postgres: deps.searchIndex,
    isOn: (tenantId) => inTenant(deps.database, tenantId, isOutsideIndexComplete),
    onFallback: (fault) => deps.log.warn('search fell back', { fault }),
  });
}

import type { TypesenseConfig } from '@highwater/config';
import { asPlatform, countOutsideDocuments, type Database } from '@highwater/db';
import type { Clock } from '@highwater/domain';
import { createTypesenseIndex, type TypesenseIndex } from '@highwater/search/typesense';

/** So long one answer of the database counts for how many documents there must be. */
const FRESH_MS = 30_000;

/** The fast index of a deployment that has one. A server that lost documents, or reads them back, is not asked. */
export function createFastIndex(
  config: TypesenseConfig | undefined,
  database: Database,
  clock: Clock,
): TypesenseIndex | null {
  if (config === undefined) return null;
  let known: { readonly count: Promise<number>; readonly at: number } | undefined;
  return createTypesenseIndex({
    url: config.url,
    searchKey: config.key,
    clock,
    leastDocuments: () => {
      const now = clock.now();
      if (known === undefined || Math.abs(now - known.at) > FRESH_MS) {
        const count = asPlatform(database, 'readiness', countOutsideDocuments);
        // A failure is not remembered.
        count.catch(() => (known = undefined));
        known = { count, at: now };
        return count;
      }
      return known.count;
    },
  });
}

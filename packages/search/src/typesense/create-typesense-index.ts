import type { SearchIndex, SearchIndexWriter } from '@highwater/domain';
import { openConnections } from './create-client.ts';
import { createTypesenseReader } from './create-typesense-reader.ts';
import { createTypesenseWriter } from './create-typesense-writer.ts';
import type { TypesenseSettings } from './typesense-settings.ts';

export interface TypesenseIndex extends SearchIndex, SearchIndexWriter {
  readonly engine: 'typesense';
  /** Ends the connections that are kept open. */
  close(): void;
}

/**
 * An index at a Typesense server (29.0). Finding needs `searchKey`, writing `adminKey`; what lacks its key fails with
 * `search.refused`. Errors: `search.unavailable` (no answer, too slow, still reading its data), `search.missing` (no such
 * generation, none published), `search.refused` (key or request not accepted).
 */
export function createTypesenseIndex(settings: TypesenseSettings): TypesenseIndex {
  const connections = openConnections();
  return {
    ...createTypesenseWriter(settings, connections),
    ...createTypesenseReader(settings, connections),
    engine: 'typesense',
    close() {
      connections.http.destroy();
      connections.https.destroy();
    },
  };
}

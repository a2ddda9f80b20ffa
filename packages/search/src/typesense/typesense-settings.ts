import type { Clock } from '@highwater/domain';

export interface TypesenseSettings {
  /** Origin of the server. */
  readonly url: string;
  /**
   * Parent key with the one action documents:search, for finding. A key per tenant is made of it in memory, so that the
   * server itself keeps tenants apart. Never the admin key, of which the server takes no such keys.
   */
  readonly searchKey?: string | undefined;
  /** For writing. */
  readonly adminKey?: string | undefined;
  /** Name under which the published generation is found; generations are called after it. */
  readonly alias?: string | undefined;
  readonly clock: Clock;
  /** What a search may take before it fails with `search.unavailable`, in milliseconds: 300 unless set. */
  readonly patienceMs?: number | undefined;
  /**
   * How many documents the published generation must hold at least for an answer to count. A server that was started
   * anew answers before it has read everything back. Nothing is asked for when left out.
   */
  readonly leastDocuments?: (() => Promise<number> | number) | undefined;
}

export const ALIAS = 'highwater_messages';
export const PATIENCE_MS = 300;

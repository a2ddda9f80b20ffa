import type { PersonKey, UnixMs } from './ids.ts';

/**
 * What a reader may see, compiled from roles and grants (permissions) and read by three:
 * CASL (one message in memory), SQL (rows) and the search index (tokens).
 * `where` holds when at least one clause holds; a clause holds when all of its fields hold.
 */
export type AccessCondition =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'where'; readonly any: readonly AccessClause[] };

export interface AccessClause {
  /** Holds when one of these people sent or received the message. Never empty. */
  readonly people: readonly PersonKey[];
  /** Holds only for messages sent from here on. */
  readonly from?: UnixMs;
  /** Holds only for messages sent before here. */
  readonly until?: UnixMs;
}

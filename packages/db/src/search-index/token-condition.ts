import type {
  AccessCondition,
  Direction,
  MessageKind,
  PersonKey,
  RoomId,
  SearchQuery,
  TenantId,
  UnixMs,
} from '@highwater/domain';

/** A query and a reader's condition as keyed hashes of the index. All parts hold. */
export interface TokenCondition {
  /** All of these. */
  readonly all: readonly number[];
  /** Of each list at least one. */
  readonly anyOf: readonly (readonly number[])[];
  /** Of each clause at least one word; a word holds when all of its tokens are there. */
  readonly clauses: readonly (readonly (readonly number[])[])[];
  /** None of these. */
  readonly noneOf: readonly number[];
  /** What the reader may see; at least one entry holds. Null where everything may be seen. */
  readonly access: readonly AccessTokens[] | null;
  /** Whether tokens say all of what was asked: then every candidate matches. */
  readonly isExact: boolean;
  /** The hashes of ids, for recognising what was counted. */
  readonly personHash: (person: PersonKey) => number;
  readonly roomHash: (room: RoomId) => number;
}

/** Of each list that is there one. */
export interface AccessTokens {
  readonly people?: readonly number[];
  readonly with?: readonly number[];
  readonly rooms?: readonly number[];
  readonly kinds?: readonly MessageKind[];
  /** Of the kinds: a message has one of these too. */
  readonly kindTokens?: readonly number[];
  readonly directions?: readonly Direction[];
  /** Inclusive. */
  readonly from: UnixMs | null;
  /** Exclusive. */
  readonly until: UnixMs | null;
}

export type CompileTokens = (
  tenantId: TenantId,
  query: SearchQuery,
  access: AccessCondition,
) => Promise<TokenCondition>;

/**
 * The query within the time of which the reader may see anything at all: who saw only the past begins to look there. Null
 * is without end.
 */
export function narrowPeriod(query: SearchQuery, access: readonly AccessTokens[] | null): SearchQuery {
  if (access === null || access.length === 0) return query;
  const first = access.reduce<number | null>(
    (least, { from }) => (least === null || from === null ? null : Math.min(least, from)),
    Infinity,
  );
  const last = access.reduce<number | null>(
    (most, { until }) => (most === null || until === null ? null : Math.max(most, until)),
    -Infinity,
  );
  return {
    ...query,
    from: first === null ? query.from : Math.max(first, query.from ?? first),
    until: last === null ? query.until : Math.min(last, query.until ?? last),
  };
}

import type { SearchQuery, TenantId } from '@highwater/domain';
import type { SqlValues } from '../conditions/sql-values.ts';
import { encodeArray } from '../arrays/encode-array.ts';
import { listFacts } from '../search-tokens/pack-facts.ts';
import { splitAccess, type SplitAccess } from './split-access.ts';
import type { AccessTokens, TokenCondition } from './token-condition.ts';

/** Up to here `&&` is faster than looking at a row's tokens one by one. */
const FEW_PEOPLE = 100;

/** Conditions on a row of hw.search_tokens. */
export class IndexConditions {
  readonly #values: SqlValues;

  constructor(values: SqlValues) {
    this.#values = values;
  }

  /** The tenant and the period: what the index by time walks. */
  place(tenantId: TenantId, { from, until, isRecalled }: SearchQuery): string[] {
    return [
      `tenant_id = ${this.#values.add(tenantId)}::uuid`,
      ...(from === null ? [] : [`sent_at >= ${this.#time(from)}`]),
      ...(until === null ? [] : [`sent_at < ${this.#time(until)}`]),
      // As the partial index says it. A row that does not know is a possible hit of both.
      ...(isRecalled === true ? ['is_recalled IS NOT FALSE'] : []),
    ];
  }

  /** Words, people, rooms and kinds: what GIN finds. Empty where the query has none of it. */
  tokens({ all, anyOf, clauses }: TokenCondition): string[] {
    return [
      ...(all.length === 0 ? [] : [`tokens @> ${this.#ints(all)}`]),
      ...anyOf.map((tokens) => `tokens && ${this.#ints(tokens)}`),
      ...clauses.map((words) => `(${words.map((tokens) => `tokens @> ${this.#ints(tokens)}`).join(' OR ')})`),
    ];
  }

  /** What no index finds, read from the row. */
  rest({ noneOf }: TokenCondition, query: SearchQuery): string[] {
    // Only what came from outside can be unanswered.
    const facts = listFacts(query.isUnanswered ? { ...query, directions: ['inbound'] } : query);
    return [
      ...(facts === null ? [] : [`(facts = ANY(${this.#ints(facts)}) OR facts IS NULL)`]),
      ...(query.isRecalled === false ? ['is_recalled IS NOT TRUE'] : []),
      ...(noneOf.length === 0 ? [] : [`NOT tokens && ${this.#ints(noneOf)}`]),
    ];
  }

  /** The reader's condition by tokens. GIN is asked for the people where they are not more than `mostLooked`. */
  access(access: readonly AccessTokens[] | null, mostLooked = FEW_PEOPLE): string[] {
    if (access === null) return [];
    if (access.length === 0) return ['false'];
    const parts = splitAccess(access);
    const isFew = parts.size <= FEW_PEOPLE;
    return [
      ...(parts.size <= mostLooked ? [`tokens && ${this.#values.add(parts.everybody)}::int[]`] : []),
      ...(isFew && parts.periods === null ? [] : [this.#taking(parts)]),
    ];
  }

  /**
   * The same, token by token: a list in the statement is looked up by hash and periods by key, where `&&` compares each
   * token with each of the people.
   */
  #taking({ everybody, always, periods }: SplitAccess): string {
    const among = (people: Buffer): string => `token = ANY(${this.#values.add(people)}::int[])`;
    const holds = [
      ...(always === null ? [] : [among(always)]),
      ...(periods === null ? [] : [`(${this.#values.add(periods)}::jsonb ->> token::text)::tstzmultirange @> sent_at`]),
    ];
    const isSeen = holds.length === 0 ? 'false' : `(${holds.join(' OR ')})`;
    return `EXISTS (SELECT FROM unnest(tokens) AS token WHERE ${among(everybody)} AND ${isSeen})`;
  }

  #ints(values: readonly number[]): string {
    return `${this.#values.add(encodeArray.ints(values))}::int[]`;
  }

  #time(at: number): string {
    return `${this.#values.add(new Date(at))}::timestamptz`;
  }
}

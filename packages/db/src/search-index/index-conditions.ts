import type { SearchQuery, TenantId } from '@highwater/domain';
import type { SqlValues } from '../conditions/sql-values.ts';
import { encodeArray } from '../arrays/encode-array.ts';
import { listFacts } from '../search-tokens/pack-facts.ts';
import { splitAccess, type AccessGroup, type SplitPeople } from './split-access.ts';
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

  /**
   * The reader's condition by tokens. GIN is asked for lists of not more than `mostLooked`. A row that does not know its
   * direction is a candidate wherever one is asked for, unless `mustKnow`.
   */
  access(access: readonly AccessTokens[] | null, mostLooked = FEW_PEOPLE, mustKnow = false): string[] {
    if (access === null) return [];
    const groups = splitAccess(access);
    const [only] = groups;
    if (only === undefined) return ['false'];
    if (groups.length === 1) return this.#group(only, mostLooked, mustKnow);
    return [
      `(${groups.map((group) => `(${['true', ...this.#group(group, mostLooked, mustKnow)].join(' AND ')})`).join(' OR ')})`,
    ];
  }

  #group({ people, times, directions, ...lists }: AccessGroup, mostLooked: number, mustKnow: boolean): string[] {
    const isAlways = times.some(({ from, until }) => from === null && until === null);
    const either = [
      ...(people === null || isAlways ? [] : [this.#people(people, mostLooked)]),
      ...(isAlways ? [] : times).map(({ from, until }) => [
        ...(from === null ? [] : [`sent_at >= ${this.#time(from)}`]),
        ...(until === null ? [] : [`sent_at < ${this.#time(until)}`]),
      ]),
    ];
    return [
      ...(either.length > 1 ? [`(${either.map((holds) => `(${holds.join(' AND ')})`).join(' OR ')})`] : either.flat()),
      ...[lists.with, lists.rooms, lists.kindTokens].flatMap((list) =>
        list === null ? [] : this.#holding(list, mostLooked),
      ),
      ...(directions === null ? [] : [this.#directions(directions, mustKnow)]),
    ];
  }

  #directions(facts: readonly number[], mustKnow: boolean): string {
    if (facts.length === 0) return 'false';
    return `(facts = ANY(${this.#ints(facts)})${mustKnow ? '' : ' OR facts IS NULL'})`;
  }

  #people(people: SplitPeople, mostLooked: number): string[] {
    const isFew = people.size <= FEW_PEOPLE;
    return [
      ...(people.size <= mostLooked ? [`tokens && ${this.#values.add(people.everybody)}::int[]`] : []),
      ...(isFew && people.periods === null ? [] : [this.#taking(people)]),
    ];
  }

  /** That a row has one of a list. */
  #holding(list: readonly number[], mostLooked: number): string[] {
    const values = this.#ints(list);
    return [
      ...(list.length <= mostLooked ? [`tokens && ${values}`] : []),
      ...(list.length <= FEW_PEOPLE
        ? []
        : [`EXISTS (SELECT FROM unnest(tokens) AS token WHERE token = ANY(${values}))`]),
    ];
  }

  /**
   * The same, token by token: a list in the statement is looked up by hash and periods by key, where `&&` compares each
   * token with each of the people.
   */
  #taking({ everybody, always, periods }: SplitPeople): string {
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

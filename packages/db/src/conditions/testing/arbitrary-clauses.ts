import { DIRECTIONS, type AccessClause, type PersonKey } from '@highwater/domain';
import fc from 'fast-check';
import { CUSTOMERS, DAY, DAYS, EMPLOYEES, KINDS, ROOMS, START } from './small-company.ts';

const NOBODY = 'nobody' as PersonKey;
/** Ends fall on messages and on the ends of days, between them and outside of all. */
const end = fc.integer({ min: -2, max: DAYS * 4 + 2 }).map((quarter) => START + (quarter * DAY) / 4);
const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 });
/** People who said nothing: of many, statements ask otherwise than of few. */
const STRANGERS = Array.from({ length: 150 }, (_, at) => `stranger${at}` as PersonKey);
const someOf = (people: readonly PersonKey[]): fc.Arbitrary<PersonKey[]> =>
  fc.oneof(
    { weight: 4, arbitrary: some(people) },
    some(people).map((list) => [...list, ...STRANGERS]),
  );
const period = fc.record({ from: end, until: end }, { requiredKeys: [] });

/** Clauses as they are most, of people and a period. */
export const plainClause: fc.Arbitrary<AccessClause> = fc
  .tuple(someOf([...EMPLOYEES, ...CUSTOMERS, NOBODY]), period)
  .map(([people, ends]) => ({ people, ...ends }));

/** Clauses of any dimensions, of few more often than of many. */
export const anyClause: fc.Arbitrary<AccessClause> = fc
  .record({
    people: fc.option(someOf([...EMPLOYEES, NOBODY]), { nil: undefined, freq: 2 }),
    with: fc.option(someOf([...CUSTOMERS, NOBODY]), { nil: undefined, freq: 2 }),
    rooms: fc.option(some(ROOMS), { nil: undefined, freq: 2 }),
    kinds: fc.option(some(KINDS), { nil: undefined, freq: 2 }),
    directions: fc.option(some(DIRECTIONS), { nil: undefined, freq: 2 }),
    ends: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, period),
  })
  .map(({ ends, ...lists }) => ({ ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list)), ...ends }));

export const clauses: fc.Arbitrary<AccessClause[]> = fc.oneof(
  { weight: 1, arbitrary: fc.array(plainClause, { maxLength: 4 }) },
  { weight: 4, arbitrary: fc.array(fc.oneof(anyClause, anyClause, plainClause), { minLength: 1, maxLength: 4 }) },
);

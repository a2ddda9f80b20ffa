/** Branches that change nothing when they are wrong, and why. Whoever changes the code looks here again. */
export const EQUIVALENT_BRANCHES: Readonly<Record<string, string>> = {
  'condition-covers.ts: finder(clause).some((one) => liesWithin(clause, [one])) is always false':
    'a look at the whole before its parts, which say the same',
  'condition-covers.ts: ({ clause }) => clause.people === undefined || clause.with !== undefined is dropped from filter':
    'candidates are found faster; what decides looks at each',
  'condition-covers.ts: (one) => !ofAnybody.includes(one) is dropped from filter':
    'candidates are found faster; what decides looks at each',
  'condition-covers.ts: person === undefined is always false': 'nobody is found under no name',
  "gather-clauses.ts: (field) => field !== 'people' && clause[field] !== undefined is dropped from some":
    'plain clauses are joined faster, to the same in another order',
  'gather-clauses.ts: first === undefined || alike.length === 1 is always false':
    'one clause joined with none is itself',
  'gather-clauses.ts: alike.length === 1 is dropped beside ||': 'one clause joined with none is itself',
  'intersect-conditions.ts: list === wide is always false': 'a look before both lists are read',
  'intersect-conditions.ts: list.length > wide.length is always false':
    'a look before both lists are read; nobody stands on a list twice',
  'access-sql.ts: plain.always.length + plain.dated.people.length === 0 is always false':
    'nobody is among no people: an empty list lets nothing through',
  'access-sql.ts: isMessage is always false (2)': 'the row is looked up once more by its id',
  'access-sql.ts: dated.people.length > 0 is always true':
    'nobody is among no people: an empty list lets nothing through',
  'access-sql.ts: people.length > FEW_PEOPLE is always true':
    'a long list is written in another way, which says the same',
  'access-sql.ts: people.length > FEW_PEOPLE is always false':
    'a long list is written in another way, which says the same',
  'attended-sql.ts: plain.always.length + plain.dated.people.length > 0 is always true':
    'nobody is among no people: an empty list lets nothing through',
  'attended-sql.ts: dated.people.length === 0 is always false':
    'nobody is among no people: an empty list lets nothing through',
  'attended-sql.ts: present === null || people.length <= FEW_PEOPLE is always true':
    'a long list is written in another way, which says the same',
  'attended-sql.ts: people.length <= FEW_PEOPLE is dropped beside ||':
    'a long list is written in another way, which says the same',
  'employees-sql.ts: dated.people.length > 0 is always true':
    'nobody is among no people: an empty list lets nothing through',
  'split-clauses.ts: first === undefined is always false': 'TypeScript alone asks',
  'list-grants-of.ts: places.length === 0 is dropped beside ||': 'without departments the version is always the same',
  'list-grants-of.ts: departments.places.length === 0 is always false':
    'nobody is among no people: an empty list lets nothing through',
  'list-grants-of.ts: meant.length === 0 is always false':
    'nobody is among no people: an empty list lets nothing through',
  'split-access.ts: first === undefined is always false': 'TypeScript alone asks',
  'compile-token-condition.ts: first === undefined is always false': 'TypeScript alone asks',
};

/** Branches that change nothing when they are wrong, and why. Whoever changes the code looks here again. */
export const EQUIVALENT_BRANCHES: Readonly<Record<string, string>> = {
  'access-condition.ts: rule.inverted is dropped beside ||': 'rules that take away lead to `and`, which throws before',
  "access-condition.ts: typeof value !== 'object' is dropped beside ||":
    'what is no object has none of the fields, and is refused for that',
  "access-condition.ts: typeof value === 'number' is dropped beside &&":
    'only numbers are finite: TypeScript alone asks',
  'build-ability.ts: onTenant.length === 0 is always false': 'a rule without actions gives nothing',
  'build-ability.ts: action.length === 0 is always false': 'a rule without actions gives nothing',
  'condition-allows.ts: roomId === null is always false': 'no list of rooms holds null',
  'condition-covers.ts: finder(clause).some((one) => liesWithin(clause, [one])) is always false':
    'a look at the whole before its parts, which say the same',
  'condition-covers.ts: ({ clause }) => clause.people === undefined || clause.with !== undefined is dropped from filter':
    'candidates are found faster; what decides looks at each',
  'condition-covers.ts: (one) => !ofAnybody.includes(one) is dropped from filter':
    'candidates are found faster; what decides looks at each',
  'condition-covers.ts: person === undefined is always false': 'nobody is found under no name',
  'condition-covers.ts: 0 is dropped beside ||': 'a comparison that is no number counts as none',
  'gather-clauses.ts: able.some((clause) => Object.values(clause).every((value) => value === undefined)) is always false':
    'joining leaves the clause without fields, beside which the others say nothing',
  "gather-clauses.ts: (field) => field !== 'people' && clause[field] !== undefined is dropped from some":
    'plain clauses are joined faster, to the same',
  'gather-clauses.ts: first === undefined || alike.length === 1 is always false':
    'one clause joined with none is itself',
  'gather-clauses.ts: alike.length === 1 is dropped beside ||': 'one clause joined with none is itself',
  'intersect-conditions.ts: isEmpty || (from !== undefined && until !== undefined && from >= until) is always false':
    'what lets nothing through is left out when clauses are gathered',
  'intersect-conditions.ts: isEmpty is dropped beside ||':
    'what lets nothing through is left out when clauses are gathered',
  'intersect-conditions.ts: (from !== undefined && until !== undefined && from >= until) is dropped beside ||':
    'what lets nothing through is left out when clauses are gathered',
  'intersect-conditions.ts: at !== place is dropped beside &&':
    'a list lies within itself both ways, which counts as neither',
  'intersect-conditions.ts: list === wide is always false': 'a look before both lists are read',
  'intersect-conditions.ts: list.length > wide.length is always false': 'a look before both lists are read',
  'role-rights.ts: (action) => !left.includes(action) is dropped from filter':
    'worked out once when the module is loaded, where no switch reaches; what an admin has is tested by name',
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
  'attended-sql.ts: rooms === undefined is always true':
    'more days are looked at; which messages are seen on them is asked of each',
  'attended-sql.ts: others === undefined is always true':
    'more days are looked at; which messages are seen on them is asked of each',
  'attended-sql.ts: people !== null && others !== undefined && others.length <= people.always.length + people.dated.people.length is always false':
    'more days are looked at; which messages are seen on them is asked of each',
  'attended-sql.ts: others.length <= people.always.length + people.dated.people.length is dropped beside &&':
    'more days are looked at; which messages are seen on them is asked of each',
  'attended-sql.ts: from === undefined is always true':
    'more days are looked at; which messages are seen on them is asked of each',
  'attended-sql.ts: until === undefined is always true':
    'more days are looked at; which messages are seen on them is asked of each',
  'employees-sql.ts: dated.people.length > 0 is always true':
    'nobody is among no people: an empty list lets nothing through',
  'open-clauses.ts: parted.get(clauses) is dropped beside ??': 'what is kept is worked out again, to the same',
  'open-clauses.ts: open.length === 0 is always false': 'the list is copied',
  'open-clauses.ts: room === null || rooms.includes(undefined) is always true':
    'other rooms are walked through, where the clauses let nothing through',
  'split-clauses.ts: split.get(clauses) is dropped beside ??': 'what is kept is worked out again, to the same',
  'split-clauses.ts: (clause) => !isPlain(clause) is dropped from filter': 'plain clauses are said twice',
  "split-clauses.ts: typeof from === 'number' is dropped beside &&": 'TypeScript alone asks',
  "split-clauses.ts: typeof until === 'number' is dropped beside &&": 'TypeScript alone asks',
  'split-clauses.ts: (list) => list === undefined || list.length > 0 is dropped from every':
    'nobody is among no people: an empty list lets nothing through',
  'split-clauses.ts: (list) => list !== undefined is dropped from some': 'plain clauses are written as the others are',
  'split-clauses.ts: first === undefined is always false': 'TypeScript alone asks',
  'split-clauses.ts: ({ people }) => people !== undefined is dropped from filter':
    'nobody is among no people: an empty list lets nothing through',
  'split-clauses.ts: named.length === 0 is always false':
    'nobody is among no people: an empty list lets nothing through',
  'split-clauses.ts: isDated is dropped from filter': 'whoever is seen always is left out of those with a period',
  'split-clauses.ts: (person) => !always.has(person) is dropped from filter':
    'whoever is seen always is seen in a period too',
  'join-stays.ts: -Infinity is dropped beside ?? (3)': 'a stay without a beginning is the first of its person',
  'list-grants-of.ts: places.length === 0 is dropped beside ||': 'without departments the version is always the same',
  'list-grants-of.ts: tagged.length === 0 is always false': 'what is kept is worked out again, to the same',
  'list-grants-of.ts: departments.places.length === 0 is always false':
    'nobody is among no people: an empty list lets nothing through',
  'list-grants-of.ts: meant.length === 0 is always false':
    'nobody is among no people: an empty list lets nothing through',
  'list-grants-of.ts: period.from !== null is dropped beside &&': 'TypeScript alone asks',
  'list-grants-of.ts: from !== null is dropped beside &&': 'TypeScript alone asks',
  'list-grants-of.ts: from !== null && until !== null && from >= until is always false':
    'an empty period lets nothing through',
  'split-access.ts: split.get(access) is dropped beside ??': 'what is kept is worked out again, to the same',
  'split-access.ts: first === undefined is always false': 'TypeScript alone asks',
  'compile-token-condition.ts: compiled.get(hash) is dropped beside ??':
    'what is kept is worked out again, to the same',
  'compile-token-condition.ts: ofTenant.get(any) is dropped beside ??': 'what is kept is worked out again, to the same',
  'compile-token-condition.ts: first === undefined is always false': 'TypeScript alone asks',
  'open-clauses.ts: open.length === 0 is always true':
    'the open clauses are asked for among the named ones too, and let the same through',
  'open-clauses.ts: (clause) => !open.includes(clause) is dropped from filter':
    'the open clauses are asked for among the named ones too, and let the same through',
};

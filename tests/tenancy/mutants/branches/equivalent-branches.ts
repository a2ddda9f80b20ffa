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
  'condition-covers.ts: clause.with !== undefined is dropped beside ||':
    'candidates are found faster; what decides looks at each',
  'condition-covers.ts: (one) => !ofAnybody.includes(one) is dropped from filter':
    'candidates are found faster; what decides looks at each',
  'condition-covers.ts: person === undefined is always false': 'nobody is found under no name',
  'condition-covers.ts: 0 is dropped beside ||': 'a comparison that is no number counts as none',
  'gather-clauses.ts: able.some((clause) => Object.values(clause).every((value) => value === undefined)) is always false':
    'joining leaves the clause without fields, beside which the others say nothing',
  "gather-clauses.ts: (field) => field !== 'people' && clause[field] !== undefined is dropped from some":
    'plain clauses are joined faster, to the same',
  "gather-clauses.ts: field !== 'people' is dropped beside &&": 'plain clauses are joined faster, to the same',
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
};

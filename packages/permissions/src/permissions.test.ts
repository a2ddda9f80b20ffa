import { createMongoAbility, type RawRuleOf } from '@casl/ability';
import fc from 'fast-check';
import { ACTIONS, type AccessClause, type PersonKey, type Role } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { accessCondition } from './access-condition.ts';
import { type Ability, buildAbility, type Grant, MESSAGE_ACTIONS } from './build-ability.ts';
import { conditionAllows } from './condition-allows.ts';
import { isAllowed } from './is-allowed.ts';
import { messageAllowed } from './message-allowed.ts';

const NOW = 1_794_500_000_000;
const chen = 'chen.min' as PersonKey;
const lin = 'linxiaoyu' as PersonKey;
const customer = 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R' as PersonKey;

function viewer(...grants: Grant[]): Ability {
  return buildAbility({ role: 'viewer', grants }, NOW);
}

describe.each(['owner', 'admin'] as const)('an %s', (role) => {
  const ability = buildAbility({ role, grants: [] }, NOW);

  it.each(ACTIONS)('may %s', (action) => {
    expect(isAllowed(ability, action)).toBe(true);
  });

  it.each(MESSAGE_ACTIONS)('may %s every message', (action) => {
    expect(accessCondition(ability, action)).toEqual({ kind: 'all' });
    expect(messageAllowed(ability, action, { people: [], sentAt: NOW })).toBe(true);
  });
});

describe('a viewer', () => {
  it.each(ACTIONS)('without grants may not %s', (action) => {
    for (const ability of [viewer(), viewer({ employees: [] })]) {
      expect(isAllowed(ability, action)).toBe(false);
      expect(accessCondition(ability, action)).toEqual({ kind: 'none' });
      expect(messageAllowed(ability, action, { people: [chen], sentAt: NOW })).toBe(false);
    }
  });

  it('has the messages of the employees of all grants', () => {
    const ability = viewer({ employees: [lin] }, { employees: [chen, lin] });
    for (const action of MESSAGE_ACTIONS) {
      expect(accessCondition(ability, action)).toEqual({ kind: 'where', any: [{ people: [chen, lin] }] });
      expect(messageAllowed(ability, action, { people: [customer, lin], sentAt: NOW })).toBe(true);
      expect(messageAllowed(ability, action, { people: [customer], sentAt: NOW })).toBe(false);
      expect(messageAllowed(ability, action, { people: [], sentAt: NOW })).toBe(false);
    }
  });

  it('has the messages of who was in a department, in the periods in which', () => {
    const ability = viewer(
      { employees: [lin], clauses: [{ people: [chen], until: NOW }, { people: [lin] }] },
      {
        employees: [],
        clauses: [
          { people: [customer, chen], from: NOW + 5 },
          { people: [customer], until: NOW },
        ],
      },
    );
    for (const action of MESSAGE_ACTIONS) {
      expect(accessCondition(ability, action)).toMatchObject({ kind: 'where', any: { length: 3 } });
      expect(accessCondition(ability, action)).toMatchObject({
        any: expect.arrayContaining([
          { people: [lin] },
          { people: [chen, customer], until: NOW },
          { people: [chen, customer], from: NOW + 5 },
        ]),
      });
      const at = (sentAt: number) => messageAllowed(ability, action, { people: [chen], sentAt });
      expect([0, NOW - 1, NOW, NOW + 4, NOW + 5].map(at)).toEqual([true, true, false, false, true]);
    }
  });

  it.each(ACTIONS.filter((action) => !MESSAGE_ACTIONS.some((other) => other === action)))(
    'with a grant may still not %s',
    (action) => {
      const ability = viewer({ employees: [lin] });
      expect(isAllowed(ability, action)).toBe(false);
      expect(accessCondition(ability, action)).toEqual({ kind: 'none' });
      expect(messageAllowed(ability, action, { people: [lin], sentAt: NOW })).toBe(false);
    },
  );

  it('loses a grant at its instant', () => {
    const allowed = (expiresAt: number | null) => isAllowed(viewer({ employees: [lin], expiresAt }), 'view');
    expect([NOW - 1, NOW, NOW + 1, null].map(allowed)).toEqual([false, false, true, true]);
  });
});

describe('accessCondition', () => {
  it('stops at rules it cannot express, instead of widening or narrowing them', () => {
    const rules: RawRuleOf<Ability>[][] = [
      [{ action: 'view', subject: 'Message', conditions: { people: { $nin: [lin] } } }],
      [{ action: 'view', subject: 'Message', conditions: { people: { $in: [] } } }],
      [{ action: 'view', subject: 'Message', conditions: { sentAt: { $gte: NOW } } }],
      [{ action: 'view', subject: 'Message', conditions: { people: { $in: [lin] }, sentAt: {} } }],
      [{ action: 'view', subject: 'Message', conditions: { people: { $in: [lin] }, sentAt: { $gt: NOW } } }],
      [{ action: 'view', subject: 'Message', conditions: { people: { $in: [lin] }, sentAt: NOW } }],
      [{ action: 'view', subject: 'Message', conditions: { people: { $in: [lin] }, sentAt: { $gte: NOW, $ne: 1 } } }],
      [{ action: 'view', subject: 'Message', fields: ['people'], conditions: { people: { $in: [lin] } } }],
      [
        { action: 'view', subject: 'Message' },
        { action: 'view', subject: 'Message', inverted: true, conditions: { people: { $in: [lin] } } },
      ],
    ];
    for (const list of rules) {
      expect(() => accessCondition(createMongoAbility<Ability>(list), 'view')).toThrow('access condition');
    }
  });

  it('gives nothing where everything is taken away', () => {
    const ability = createMongoAbility<Ability>([
      { action: 'view', subject: 'Message' },
      { action: 'view', subject: 'Message', inverted: true },
    ]);
    expect(accessCondition(ability, 'view')).toEqual({ kind: 'none' });
  });
});

it('CASL and the compiled condition agree on every message', () => {
  const person = fc.constantFrom(...['a', 'b', 'c', 'd', 'e', 'wmA', '$in'].map((key) => key as PersonKey));
  const time = fc.integer({ min: NOW - 4, max: NOW + 4 });
  const clause = fc
    .tuple(
      fc.array(person, { minLength: 1, maxLength: 3 }),
      fc.record({ from: time, until: time }, { requiredKeys: [] }),
    )
    .map(([people, period]): AccessClause => ({ people, ...period }));
  const grant = fc.record({
    employees: fc.array(person, { maxLength: 4 }),
    clauses: fc.array(clause, { maxLength: 3 }),
    expiresAt: fc.constantFrom(null, NOW - 1, NOW, NOW + 1),
  });
  const role = fc.constantFrom<Role>('owner', 'admin', 'viewer', 'viewer', 'viewer');
  fc.assert(
    fc.property(
      role,
      fc.array(grant, { maxLength: 4 }),
      fc.array(person, { maxLength: 5 }),
      time,
      fc.constantFrom(...MESSAGE_ACTIONS),
      (ofRole, grants, people, sentAt, action) => {
        const ability = buildAbility({ role: ofRole, grants }, NOW);
        const condition = accessCondition(ability, action);
        const live = grants.filter(({ expiresAt }) => (expiresAt ?? Infinity) > NOW);
        const expected =
          ofRole !== 'viewer' ||
          live.some(
            ({ employees, clauses }) =>
              employees.some((e) => people.includes(e)) ||
              clauses.some(
                (each) =>
                  (each.from ?? 0) <= sentAt &&
                  sentAt < (each.until ?? Infinity) &&
                  each.people.some((e) => people.includes(e)),
              ),
          );
        expect(messageAllowed(ability, action, { people, sentAt })).toBe(expected);
        expect(conditionAllows(condition, { people, sentAt })).toBe(expected);
        expect(isAllowed(ability, action)).toBe(condition.kind !== 'none');
      },
    ),
    { numRuns: 2000 },
  );
});

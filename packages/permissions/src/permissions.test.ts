import { createMongoAbility, type RawRuleOf } from '@casl/ability';
import fc from 'fast-check';
import { ACTIONS, MESSAGE_ACTIONS, type AccessClause, type PersonKey, type Role, type RoomId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { accessCondition } from './access-condition.ts';
import { type Ability, buildAbility, type Grant } from './build-ability.ts';
import { conditionAllows } from './condition-allows.ts';
import { gatherClauses } from './gather-clauses.ts';
import { isAllowed } from './is-allowed.ts';
import { isMessageAction } from './message-actions.ts';
import { messageAllowed } from './message-allowed.ts';
import type { MessageFacts } from './message-facts.ts';
import { rightsOfRole } from './role-rights.ts';
import { clauses, facts, grants } from './testing/arbitrary-rights.ts';

const NOW = 1_794_500_000_000;
const chen = 'chen.min' as PersonKey;
const lin = 'linxiaoyu' as PersonKey;
const customer = 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R' as PersonKey;
const room = 'wrTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R' as RoomId;

const abilityOf = (role: Role, given: readonly Grant[], now = NOW): Ability =>
  buildAbility({ ...rightsOfRole(role), grants: given }, now);
const giving = (...any: AccessClause[]): Grant => ({ actions: MESSAGE_ACTIONS, clauses: any });
const viewer = (...given: Grant[]): Ability => abilityOf('viewer', given);
const message = (...people: PersonKey[]): MessageFacts => ({
  people,
  sentAt: NOW,
  roomId: null,
  kind: 'text',
  direction: 'outbound',
});

describe('an owner', () => {
  const ability = abilityOf('owner', []);

  it.each(ACTIONS)('may %s', (action) => {
    expect(isAllowed(ability, action)).toBe(true);
  });

  it.each(MESSAGE_ACTIONS)('may %s every message', (action) => {
    expect(accessCondition(ability, action)).toEqual({ kind: 'all' });
    expect(messageAllowed(ability, action, message())).toBe(true);
  });
});

describe('a viewer', () => {
  const actions = MESSAGE_ACTIONS.filter((action) => rightsOfRole('viewer').actions.includes(action));

  it.each(ACTIONS)('without grants may not %s', (action) => {
    for (const ability of [viewer(), viewer(giving()), viewer(giving({ people: [] }))]) {
      expect(isAllowed(ability, action)).toBe(false);
      expect(accessCondition(ability, action)).toEqual({ kind: 'none' });
      expect(messageAllowed(ability, action, message(chen))).toBe(false);
    }
  });

  it('has the messages of the employees of all grants, in one rule', () => {
    const ability = viewer(giving({ people: [lin] }), giving({ people: [chen, lin] }, { people: [] }));
    expect(ability.rules.filter(({ subject }) => subject === 'Message')).toHaveLength(1);
    for (const action of actions) {
      expect(accessCondition(ability, action)).toEqual({ kind: 'where', any: [{ people: [chen, lin] }] });
      expect(messageAllowed(ability, action, message(customer, lin))).toBe(true);
      expect(messageAllowed(ability, action, message(customer))).toBe(false);
      expect(messageAllowed(ability, action, message())).toBe(false);
    }
  });

  it('has the messages of who was in a department, in the periods in which', () => {
    const ability = viewer(
      giving({ people: [lin] }, { people: [chen], until: NOW }, { people: [lin] }),
      giving({ people: [customer, chen], from: NOW + 5 }, { people: [customer], until: NOW }),
    );
    for (const action of actions) {
      expect(accessCondition(ability, action)).toMatchObject({ kind: 'where', any: { length: 3 } });
      expect(accessCondition(ability, action)).toMatchObject({
        any: expect.arrayContaining([
          { people: [lin] },
          { people: [chen, customer], until: NOW },
          { people: [chen, customer], from: NOW + 5 },
        ]),
      });
      const at = (sentAt: number) => messageAllowed(ability, action, { ...message(chen), sentAt });
      expect([0, NOW - 1, NOW, NOW + 4, NOW + 5].map(at)).toEqual([true, true, false, false, true]);
    }
  });

  it('has only what a grant is narrowed to', () => {
    const ability = viewer(
      giving({ people: [chen], with: [customer], rooms: [room], kinds: ['file'], directions: ['inbound'] }),
    );
    const whole = { ...message(chen, customer), roomId: room, kind: 'file', direction: 'inbound' } as const;
    expect(messageAllowed(ability, 'view', whole)).toBe(true);
    const others: Partial<MessageFacts>[] = [
      { people: [chen] },
      { people: [customer] },
      { roomId: null },
      { roomId: 'wrOther' as RoomId },
      { kind: 'text' },
      { direction: 'outbound' },
    ];
    for (const other of others) expect(messageAllowed(ability, 'view', { ...whole, ...other })).toBe(false);
  });

  it('has everything where a grant says everything, and only then', () => {
    expect(accessCondition(viewer(giving({})), 'view')).toEqual({ kind: 'all' });
    expect(accessCondition(viewer(giving({ people: [lin] }, {})), 'view')).toEqual({ kind: 'all' });
    expect(accessCondition(viewer(giving({ people: [], kinds: ['text'] })), 'view')).toEqual({ kind: 'none' });
  });

  it('may do with each grant what it says, and what the role has', () => {
    const ability = viewer(
      { actions: ['view'], clauses: [{ people: [lin] }] },
      { actions: ['view', 'export'], clauses: [{ people: [chen] }] },
    );
    expect(accessCondition(ability, 'view')).toEqual({ kind: 'where', any: [{ people: [chen, lin] }] });
    expect(accessCondition(ability, 'export')).toEqual({ kind: 'where', any: [{ people: [chen] }] });
    expect(accessCondition(ability, 'search')).toEqual({ kind: 'none' });
    const reader = buildAbility({ actions: ['view'], reach: 'granted', grants: [giving({ people: [lin] })] }, NOW);
    expect(accessCondition(reader, 'export')).toEqual({ kind: 'none' });
    expect(isAllowed(reader, 'search')).toBe(false);
  });

  it.each(ACTIONS.filter((action) => !isMessageAction(action)))('with a grant may still not %s', (action) => {
    const ability = viewer(giving({ people: [lin] }), giving({}));
    expect(isAllowed(ability, action)).toBe(false);
    expect(accessCondition(ability, action)).toEqual({ kind: 'none' });
    expect(messageAllowed(ability, action, message(lin))).toBe(false);
  });

  it('loses a grant at its instant', () => {
    const allowed = (expiresAt: number | null) =>
      isAllowed(viewer({ ...giving({ people: [lin] }), expiresAt }), 'view');
    expect([NOW - 1, NOW, NOW + 1, null].map(allowed)).toEqual([false, false, true, true]);
  });
});

describe('accessCondition', () => {
  it('stops at rules it cannot express, instead of widening or narrowing them', () => {
    const wrong: Record<string, unknown>[] = [
      {},
      { people: { $nin: [lin] } },
      { people: undefined },
      { people: { $in: [] } },
      { people: { $in: [7] } },
      { people: lin },
      { people: { $in: [lin], $ne: chen } },
      { people: { $in: [lin] }, with: { $in: [] } },
      { $and: [{ people: { $in: [lin] } }] },
      { people: { $in: [lin] }, conversationId: { $in: ['x'] } },
      { roomId: null },
      { roomId: { $in: [null] } },
      { kind: { $ne: 'text' } },
      { direction: { $in: ['sideways'] } },
      { people: { $in: [lin] }, sentAt: {} },
      { people: { $in: [lin] }, sentAt: { $gt: NOW } },
      { people: { $in: [lin] }, sentAt: NOW },
      { sentAt: { $gte: NaN } },
      { people: { $in: [lin] }, sentAt: { $gte: NOW, $ne: 1 } },
    ];
    const rules: RawRuleOf<Ability>[][] = [
      ...wrong.map((conditions): RawRuleOf<Ability>[] => [{ action: 'view', subject: 'Message', conditions }]),
      [{ action: 'view', subject: 'Message', fields: ['people'], conditions: { people: { $in: [lin] } } }],
      [{ action: 'view', subject: 'Message', inverted: true, conditions: { people: { $in: [lin] } } }],
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

/** A clause, told once more and one thing after the other. */
function holdsPlainly(clause: AccessClause, told: MessageFacts): boolean {
  if (clause.people && !clause.people.some((person) => told.people.includes(person))) return false;
  if (clause.with && !clause.with.some((person) => told.people.includes(person))) return false;
  if (clause.rooms && !clause.rooms.some((own) => own === told.roomId)) return false;
  if (clause.kinds && !clause.kinds.includes(told.kind)) return false;
  if (clause.directions && !clause.directions.includes(told.direction)) return false;
  return told.sentAt >= (clause.from ?? -Infinity) && told.sentAt < (clause.until ?? Infinity);
}

it('clauses that were gathered say the same, in no more clauses', () => {
  fc.assert(
    fc.property(clauses, facts, (any, told) => {
      const gathered = gatherClauses(any);
      expect(gathered.some((clause) => holdsPlainly(clause, told))).toBe(
        any.some((clause) => holdsPlainly(clause, told)),
      );
      expect(gathered.length).toBeLessThanOrEqual(any.length);
      expect(gatherClauses(gathered)).toEqual(gathered);
    }),
    { numRuns: 2000 },
  );
});

it('CASL and the compiled condition agree on every message', () => {
  const role = fc.constantFrom<Role>('owner', 'viewer', 'viewer', 'viewer', 'viewer');
  fc.assert(
    fc.property(role, grants, facts, fc.constantFrom(...MESSAGE_ACTIONS), (ofRole, given, told, action) => {
      const rights = rightsOfRole(ofRole);
      const ability = abilityOf(ofRole, given, 5);
      const condition = accessCondition(ability, action);
      const live = given.filter(({ expiresAt, actions }) => (expiresAt ?? Infinity) > 5 && actions.includes(action));
      const expected =
        rights.actions.includes(action) &&
        (rights.reach === 'everything' ||
          live.some((grant) => grant.clauses.some((clause) => holdsPlainly(clause, told))));
      expect(messageAllowed(ability, action, told)).toBe(expected);
      expect(conditionAllows(condition, told)).toBe(expected);
      expect(isAllowed(ability, action)).toBe(condition.kind !== 'none');
    }),
    { numRuns: 3000 },
  );
});

import { createMongoAbility } from '@casl/ability';
import type { AccessClause, AccessCondition, PersonKey, RoomId } from '@highwater/domain';
import { expect, it } from 'vitest';
import { accessCondition } from './access-condition.ts';
import type { Ability } from './build-ability.ts';
import { conditionCovers } from './condition-covers.ts';
import { gatherClauses } from './gather-clauses.ts';

const lin = 'linxiaoyu' as PersonKey;
const room = 'wrEDGE' as RoomId;
const where = (...any: AccessClause[]): AccessCondition => ({ kind: 'where', any });

it('a period that ends at no time is not understood', () => {
  const conditions = { people: { $in: [lin] }, sentAt: { $lt: Number.NaN } };
  const ability = createMongoAbility<Ability>([{ action: 'view', subject: 'Message', conditions }]);
  expect(() => accessCondition(ability, 'view')).toThrow('access condition');
});

it('whoever sees nothing covers what lets nothing through, and nothing else', () => {
  const none: AccessCondition = { kind: 'none' };
  expect(conditionCovers(none, where({ people: [] }, { rooms: [] }, { from: 9, until: 9 }))).toBe(true);
  expect(conditionCovers(none, where({ people: [] }, { people: [lin] }))).toBe(false);
});

it('periods cover together in whichever order they are said', () => {
  const late = { people: [lin], from: 5 };
  const early = { people: [lin], until: 5 };
  for (const wide of [where(early, late), where(late, early)]) {
    expect(conditionCovers(wide, where({ people: [lin] }))).toBe(true);
  }
  expect(conditionCovers(where(late, { people: [lin], until: 4 }), where({ people: [lin] }))).toBe(false);
});

it('a clause with a list beside the same without it is the one without', () => {
  expect(gatherClauses([{ rooms: [room], kinds: ['text'] }, { kinds: ['text'] }])).toEqual([{ kinds: ['text'] }]);
  expect(gatherClauses([{ people: [lin], until: 5 }, { until: 5 }])).toEqual([{ until: 5 }]);
});

it('beside a clause that lets everything through there is no other', () => {
  expect(gatherClauses([{ people: [lin], from: 5 }, { kinds: undefined } as object, { rooms: [room] }])).toEqual([{}]);
});

it('what lets nothing through is left out', () => {
  expect(gatherClauses([{ from: 5, until: 5 }, { people: [], from: 1 }, { rooms: [] }])).toEqual([]);
});

import type { AccessClause, PersonKey, RoomId } from '@highwater/domain';
import { expect, test } from 'vitest';
import { conditionAllows } from './condition-allows.ts';
import type { MessageFacts } from './message-facts.ts';

const [ANN, BEN, XU] = ['ann', 'ben', 'wmXu'] as PersonKey[] as [PersonKey, PersonKey, PersonKey];
const [HERE, THERE] = ['wrHere', 'wrThere'] as RoomId[] as [RoomId, RoomId];
const MESSAGE: MessageFacts = { people: [ANN, XU], sentAt: 5, roomId: HERE, kind: 'text', direction: 'inbound' };

const allows = (...any: AccessClause[]): boolean => conditionAllows({ kind: 'where', any }, MESSAGE);

test.each<[string, AccessClause, AccessClause]>([
  ['people', { people: [BEN, ANN] }, { people: [BEN] }],
  ['who takes part beside them', { people: [ANN], with: [XU] }, { people: [ANN], with: [BEN] }],
  ['rooms', { rooms: [THERE, HERE] }, { rooms: [THERE] }],
  ['kinds', { kinds: ['file', 'text'] }, { kinds: ['file'] }],
  ['directions', { directions: ['outbound', 'inbound'] }, { directions: ['outbound'] }],
  ['the beginning', { from: 5 }, { from: 6 }],
  ['the end', { until: 6 }, { until: 5 }],
])('a clause is told by %s', (_about, holding, failing) => {
  expect(allows(holding)).toBe(true);
  expect(allows(failing)).toBe(false);
  expect(allows(failing, holding)).toBe(true);
  expect(allows({ ...holding, ...failing })).toBe(false);
});

test('a message of no room is in none, and in no list of rooms', () => {
  const told = { ...MESSAGE, roomId: null };
  expect(conditionAllows({ kind: 'where', any: [{ rooms: [HERE] }] }, told)).toBe(false);
  expect(conditionAllows({ kind: 'where', any: [{}] }, told)).toBe(true);
});

test('all lets everything through; none, no clauses and empty lists nothing', () => {
  expect(conditionAllows({ kind: 'all' }, MESSAGE)).toBe(true);
  expect(conditionAllows({ kind: 'none' }, MESSAGE)).toBe(false);
  expect(allows()).toBe(false);
  expect(allows({ people: [] }, { rooms: [] }, { from: 5, until: 5 })).toBe(false);
});

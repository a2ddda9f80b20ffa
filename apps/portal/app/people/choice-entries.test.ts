import type { PersonKey } from '@highwater/domain';
import { expect, it } from 'vitest';
import type { SeenPersonView } from '../api/types.ts';
import { choiceEntries } from './choice-entries.ts';
import { joinCustomers } from './join-customers.ts';
import { personNotes } from './person-notes.ts';

function person(personKey: string, given: Partial<SeenPersonView> = {}): SeenPersonView {
  const name = given.name ?? null;
  return {
    personKey: personKey as PersonKey,
    connectionId: 'one' as SeenPersonView['connectionId'],
    kind: 'external_contact',
    name,
    displayName: name ?? personKey,
    currentName: name,
    label: null,
    writtenAs: personKey,
    corpName: null,
    hasLeft: false,
    state: 'complete',
    fault: null,
    firstAt: 0,
    lastAt: 0,
    consent: null,
    remarks: [],
    otherIds: [],
    ...given,
  };
}

const other = (personKey: string) => ({
  personKey: personKey as PersonKey,
  connectionId: 'one' as SeenPersonView['connectionId'],
});

it('offers a customer once, under the id that has a name, and names before ids', () => {
  const joined = joinCustomers([
    person('wm1', { otherIds: [other('wm2')] }),
    person('wm0'),
    person('wm2', { name: '王丽', otherIds: [other('wm1')] }),
    person('wm3', { name: '王丽' }),
    person('wm3', { name: '王丽', connectionId: 'two' as SeenPersonView['connectionId'] }),
  ]);
  expect(joined.map(({ keys }) => keys)).toEqual([['wm2', 'wm1'], ['wm3'], ['wm0']]);
});

it('tells company and remarks of a person, each once and not the name again', () => {
  const known = person('wm1', { name: '王丽', corpName: '果园公司', remarks: ['王丽', '采购王姐', '果园公司'] });
  expect(personNotes(known)).toEqual(['果园公司', '采购王姐']);
  expect(personNotes(person('wm2'))).toEqual([]);
});

it('stands beside a name what tells it apart, the id where nothing else does, and keeps who was chosen on top', () => {
  const people = [
    person('linxiaoyu', { kind: 'employee', name: '林小雨', writtenAs: 'LinXiaoyu' }),
    person('wm1', { name: '王丽', corpName: '果园公司' }),
    person('wm2', { name: '王丽' }),
    person('wm3', { name: '王丽', otherIds: [other('wm4')] }),
    person('wm4', { otherIds: [other('wm3')] }),
  ];
  const { entries, chosen } = choiceEntries(people, ['wm4', 'wm9']);
  expect(chosen).toEqual(['wm4', 'wm9']);
  expect(entries.map(({ value, name, detail = '', note = '' }) => [value, name, detail, note])).toEqual([
    ['wm4', '王丽', '', 'wm4'],
    ['wm9', 'wm9', '', ''],
    ['linxiaoyu', '林小雨', '', 'LinXiaoyu'],
    ['wm1', '王丽', '果园公司', ''],
    ['wm2', '王丽', '', 'wm2'],
  ]);
});

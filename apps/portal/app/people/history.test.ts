import { expect, test } from 'vitest';
import { groupHistory } from './history.tsx';

test('what was seen of a person stands by attribute, each newest first', () => {
  const seen = (attribute: string, seenFrom: number) => ({ attribute, seenFrom });
  const history = [
    seen('remark', 9),
    seen('name', 7),
    seen('tags', 7),
    seen('remark', 3),
    seen('new', 2),
    seen('name', 8),
  ];
  expect(groupHistory(history).map((group) => group.map((each) => `${each.attribute} ${each.seenFrom}`))).toEqual([
    ['name 8', 'name 7'],
    ['remark 9', 'remark 3'],
    ['tags 7'],
    ['new 2'],
  ]);
  expect(groupHistory([])).toEqual([]);
});

import type { PersonKey } from '@highwater/domain';
import { expect, test } from 'vitest';
import { joinCustomers } from './join-customers.ts';

const counted = (...each: readonly (readonly [string, number])[]) =>
  each.map(([personKey, count]) => ({ personKey: personKey as PersonKey, count }));
const ids = (...each: readonly string[]) => each as readonly PersonKey[];

test('ids of one customer are counted once, by the messages that have any of them', async () => {
  const people = counted(['lin', 200], ['zhou', 95], ['kai', 94], ['zhou2', 90]);
  const same = [ids('lin'), ids('zhou', 'zhou2', 'zhou3'), ids('kai'), ids('zhou2', 'zhou', 'zhou3')];
  const asked: (readonly PersonKey[])[] = [];
  const joined = await joinCustomers(people, same, (any) => {
    asked.push(any);
    return Promise.resolve(144);
  });
  expect(joined).toEqual(counted(['lin', 200], ['zhou', 144], ['kai', 94]));
  expect(asked).toEqual([ids('zhou', 'zhou2', 'zhou3')]);
});

test('a joined customer may come to stand before others', async () => {
  const people = counted(['lin', 10], ['zhou', 7], ['zhou2', 6]);
  const same = [ids('lin'), ids('zhou', 'zhou2'), ids('zhou2', 'zhou')];
  expect(await joinCustomers(people, same, () => Promise.resolve(13))).toEqual(counted(['zhou', 13], ['lin', 10]));
});

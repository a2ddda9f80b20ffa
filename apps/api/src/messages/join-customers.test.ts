import type { PersonKey } from '@highwater/domain';
import { expect, test } from 'vitest';
import { joinCustomers } from './join-customers.ts';

const key = (text: string) => text as PersonKey;
const [LIN, ZHOU, ZHOU_TOO, ZHOU_THREE, KAI] = ['lin', 'zhou', 'zhou2', 'zhou3', 'kai'].map(key) as [
  PersonKey,
  PersonKey,
  PersonKey,
  PersonKey,
  PersonKey,
];
const counted = (...each: readonly (readonly [PersonKey, number])[]) =>
  each.map(([personKey, count]) => ({ personKey, count }));

test('ids of one customer are counted once, messages that several of them were in as well', () => {
  const people = counted([LIN, 200], [ZHOU, 95], [KAI, 94], [ZHOU_TOO, 90], [ZHOU_THREE, 5]);
  const zhou = [ZHOU, ZHOU_TOO, ZHOU_THREE];
  const together = [
    { people: [LIN, ZHOU], count: 30 },
    { people: [LIN, ZHOU, ZHOU_TOO], count: 40 },
    { people: [...zhou, KAI], count: 3 },
  ];
  const same = [[LIN], zhou, [KAI], [ZHOU_TOO, ZHOU, ZHOU_THREE], [ZHOU_THREE, ZHOU, ZHOU_TOO]];
  expect(joinCustomers({ people, together }, same)).toEqual(counted([LIN, 200], [ZHOU, 144], [KAI, 94]));
});

test('a joined customer may come to stand before others', () => {
  const people = counted([LIN, 10], [ZHOU, 7], [ZHOU_TOO, 6]);
  const same = [[LIN], [ZHOU, ZHOU_TOO], [ZHOU_TOO, ZHOU]];
  expect(joinCustomers({ people, together: [] }, same)).toEqual(counted([ZHOU, 13], [LIN, 10]));
});

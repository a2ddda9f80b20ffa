import { expect, it } from 'vitest';
import { addressQuery, gapChoices, readAddress } from './reading-address.ts';

const read = (text: string) => readAddress(new URLSearchParams(text));

it('an address keeps words, silence and viewpoint', () => {
  const address = read('q=报价&gap=60&view=lin');
  expect(address).toEqual({ q: '报价', gap: 60, view: 'lin' });
  expect(addressQuery(address)).toEqual({ q: '报价', gap: '60', view: 'lin' });
});

it.each(['gap=', 'gap=0', 'gap=4', 'gap=1441', 'gap=abc', 'gap=-30', ''])(
  'a silence that may not be asked for is the company’s (%s)',
  (text) => expect(read(text).gap).toBeNull(),
);

it('the silence that holds is among those to choose from, in order', () => {
  expect(gapChoices(45)).toEqual([10, 15, 30, 45, 60, 120, 240, 480, 1440]);
  expect(gapChoices(30)).toEqual([10, 15, 30, 60, 120, 240, 480, 1440]);
});

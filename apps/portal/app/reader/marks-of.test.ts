import { expect, it } from 'vitest';
import { marksOf } from './marks-of.ts';

it('marks words and phrases, not what is left out and not what joins them', () => {
  expect(marksOf('报价 OR "付款 条件" -草稿')).toEqual(expect.arrayContaining(['报价', '付款 条件']));
  expect(marksOf('报价 OR "付款 条件" -草稿')).not.toEqual(expect.arrayContaining(['OR']));
  expect(marksOf('报价 -草稿').some((mark) => mark.includes('草稿'))).toBe(false);
  expect(marksOf('')).toEqual([]);
});

it('a word is marked as it was typed and as it is compared', () => {
  expect(marksOf('發票')).toEqual(['发票', '發票']);
});

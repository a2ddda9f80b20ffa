import { expect, it } from 'vitest';
import { parseWords } from './parse-words.ts';
import { readKeptWords } from './read-kept-words.ts';

it('reads what was kept, now and by earlier releases', () => {
  const words = parseWords('报价 OR 合同 "交 货" -样品');
  expect(readKeptWords(JSON.stringify(words))).toEqual(words);
  expect(readKeptWords('["报价","合同"]')).toEqual({ words: [['报价'], ['合同']], without: [] });
});

it.each(['{}', 'null', '[1]', '{"words":["a"],"without":[]}', '{"words":[["a"]],"without":[1]}'])(
  'refuses %s',
  (json) => {
    expect(() => readKeptWords(json)).toThrow(TypeError);
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../normalise/normalise-text.ts';
import { formatWords } from './format-words.ts';
import { parseWords } from './parse-words.ts';

describe('a question', () => {
  it.each<[string, string[][], string[]]>([
    ['', [], []],
    [' \n\u3000', [], []],
    ['合同', [['合同']], []],
    ['合同  ＡＢＣ', [['合同'], ['abc']], []],
    ['合同 合同', [['合同']], []],
    ['上海 OR 北京 发票', [['上海', '北京'], ['发票']], []],
    ['上海 | 北京 ｜ 天津', [['上海', '北京', '天津']], []],
    ['上海 或 北京', [['上海', '北京']], []],
    ['a or b', [['a'], ['or'], ['b']], []],
    ['合同 -草稿', [['合同']], ['草稿']],
    ['合同 －草稿', [['合同']], ['草稿']],
    ['NOT 草稿 合同', [['合同']], ['草稿']],
    ['-"第 二"', [], ['第 二']],
    ['"a  b"', [['a b']], []],
    ['“ 单价 300 ”', [[' 单价 300 ']], []],
    ['＂你好 吗＂', [['你好 吗']], []],
    ['"上海 浦东" OR 北京', [['上海 浦东', '北京']], []],
    ['"OR" "NOT" "-5"', [['or'], ['not'], ['-5']], []],
  ])('%j asks for %j without %j', (question, words, without) => {
    expect(parseWords(question)).toEqual({ words, without });
  });

  it.each<[string, string[][], string[]]>([
    ['OR', [['or']], []],
    ['OR 北京', [['or'], ['北京']], []],
    ['上海 OR', [['上海'], ['or']], []],
    ['或', [['或']], []],
    ['NOT', [['not']], []],
    ['合同 NOT', [['合同'], ['not']], []],
    ['-', [['-']], []],
    ['上海 OR -北京', [['上海'], ['or']], ['北京']],
    ['5"屏', [['5"屏']], []],
    ['"abc', [['"abc']], []],
    ['“未完 的话', [['“未完'], ['的话']], []],
    ['""', [['""']], []],
    ['" "', [], []],
    ['a-b a|b', [['a-b'], ['a|b']], []],
  ])('takes what is no operator for a word: %j', (question, words, without) => {
    expect(parseWords(question)).toEqual({ words, without });
  });

  it('is words that are normalised and not empty, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (question) => {
        const { words, without } = parseWords(question);
        for (const word of [...words.flat(), ...without]) {
          expect(word.trim()).not.toBe('');
          expect(normaliseText(word)).toBe(word);
        }
        expect(words.every((clause) => clause.length > 0)).toBe(true);
      }),
    );
  });

  it('is the same after it was written down again', () => {
    const pieces = [
      '上海',
      'OR',
      '|',
      '或',
      'NOT',
      '-草稿',
      '"a b"',
      '“x "y”',
      '-',
      'OR ',
      'a"b',
      '-"c d"',
      '"-5"',
      '发票',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const asked = parseWords(parts.join(' '));
        expect(parseWords(formatWords(asked))).toEqual(asked);
      }),
    );
  });
});

import { FAULTS } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { flattenWords } from './flatten-words.ts';
import { words as enTree } from './words/en/index.ts';
import { words as zhTree } from './words/zh-CN/index.ts';

const zh = flattenWords(zhTree);
const en = flattenWords(enTree);
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const uniquePlaceholders = (text: string) => [...new Set(placeholders(text))];

describe('the words', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('hold a title and a cure for every fault', () => {
    for (const fault of Object.keys(FAULTS)) {
      expect(zh[`faults.${fault}.title`], fault).toBeTruthy();
      expect(zh[`faults.${fault}.cure`], fault).toBeTruthy();
    }
  });

  it.each(Object.keys(zh))('%s: is filled, with the same placeholders in both languages', (key) => {
    expect(zh[key]?.trim()).not.toBe('');
    expect(en[key]?.trim()).not.toBe('');
    expect(uniquePlaceholders(en[key] ?? '')).toEqual(uniquePlaceholders(zh[key] ?? ''));
  });

  it('shout at nobody and beg nobody', () => {
    for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)]) expect(text, key).not.toMatch(/[!!]/);
    for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(/please|successfully/i);
    for (const [key, text] of Object.entries(zh)) expect(text, key).not.toMatch(/成功地|恭喜/);
  });

  it('have no Chinese in English except the names in the WeCom console', () => {
    for (const [key, text] of Object.entries(en)) {
      const rest = text.replace(/“(?:企业ID|查看)”|[\u4e00-\u9fffA-Z]+(?: › [\u4e00-\u9fffA-Z]+)+/g, '');
      expect(rest, key).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

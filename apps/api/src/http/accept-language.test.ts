import { expect, it } from 'vitest';
import { acceptedLanguage } from './accept-language.ts';

it.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['*', 'zh-CN'],
  ['fr-FR, de;q=0.5', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-TW', 'zh-CN'],
  ['en;q=0.5, zh-CN;q=0.8', 'zh-CN'],
  ['zh;q=0, en;q=0.1', 'en'],
  ['fr, en;q=0.2', 'en'],
])('reads %s as %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});

import { expect, it } from 'vitest';
import { nameWordsEarly } from './name-words-early.ts';

const words = {
  root: ['words-rz', 'words-re'],
  'routes/tenant/search': ['words-sz', 'words-se'],
  'routes/sign-out': [],
};

it('names the files of the routes in the page’s language', () => {
  expect(nameWordsEarly(words, ['root', 'routes/tenant/search'], 'en')).toBe(
    '</assets/words-re.js>; rel=modulepreload, </assets/words-se.js>; rel=modulepreload',
  );
  expect(nameWordsEarly(words, ['root'], 'zh-CN')).toBe('</assets/words-rz.js>; rel=modulepreload');
});

it('is empty where no words are needed', () => {
  expect(nameWordsEarly(words, ['routes/sign-out', 'routes/unknown'], 'zh-CN')).toBe('');
});

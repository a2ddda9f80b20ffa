import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLAT_WORDS } from '@highwater/i18n/flat-words';
import { expect, it } from 'vitest';
import { chooseKeys, findBeginnings } from './find-words.ts';

const KEYS = Object.keys(FLAT_WORDS.en);
const AREAS = [...new Set(KEYS.map((key) => key.slice(0, key.indexOf('.'))))];
const keysIn = (code: string) => chooseKeys(KEYS, new Set(findBeginnings(code, AREAS)));

it('finds a word that is asked for by its key, counted or not', () => {
  expect(keysIn("t('search.title')")).toEqual(['search.title']);
  expect(keysIn('const word = `common.save`;')).toEqual(['common.save']);
  expect(keysIn('t("kinds.record.items", { count })')).toEqual(['kinds.record.items_one', 'kinds.record.items_other']);
});

it('finds all words that a key put together can mean', () => {
  expect(keysIn('t(`search.directions.${direction}`)')).toEqual(
    KEYS.filter((key) => key.startsWith('search.directions.')),
  );
  expect(keysIn("const title = 'search.nothing'; t(`${title}Cure`)")).toContain('search.nothingCure');
});

it('finds the sentences of all faults where one is asked for by name, and only there', () => {
  expect(keysIn('const { title } = fault(problem.fault);')).toContain('faults.internal.title');
  expect(keysIn('if (problem.fault === null) return remedyWords(words, name)')).toEqual(
    KEYS.filter((key) => key.startsWith('remedies.')),
  );
});

it('leaves other texts alone', () => {
  expect(keysIn("import './search.tsx'; const a = 'research.title'; const b = 'title';")).toEqual([]);
});

/** The ways to ask that it would not see. */
const UNSEEN =
  /\bt\(\s*`\$\{\w+\}\.|\bt\(\s*\w+ \+|\b(?:words|i18n)\.fault\b(?!\()|\bfault: (?!say\b)\w+ \} = useWords/;

it('sees every way in which our pages ask', () => {
  expect('t(`${area}.title`)').toMatch(UNSEEN);
  expect('const { t, fault: words } = useWords();').toMatch(UNSEEN);
  const folders = ['..', '../../../packages/message-view/src'].map((path) => join(import.meta.dirname, path));
  const sources = [join(folders[0] ?? '', 'app'), folders[1] ?? ''].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing\//.test(name))
      .map((name) => join(folder, name)),
  );
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter((path) => UNSEEN.test(readFileSync(path, 'utf8')))).toEqual([]);
});

import { expect, it } from 'vitest';
import { fieldWord } from './field-word.ts';

it('names the part of the message that was found, unless it goes without saying', () => {
  expect(fieldWord('text', 'text')).toBeNull();
  expect(fieldWord('chatrecord', 'text')).toBe('search.field.text');
  expect(fieldWord('file', 'file')).toBe('search.field.file');
  expect(fieldWord('link', 'title')).toBe('search.field.linkTitle');
  expect(fieldWord('vote', 'title')).toBe('search.field.title');
});

it('has a word for a part that it does not know', () => {
  expect(fieldWord('text', 'toString')).toBe('search.field.other');
});

import { expect, it } from 'vitest';
import { cutHighlight } from './highlighted.tsx';

it('marks exactly the ranges', () => {
  const pieces = cutHighlight({
    field: 'text',
    text: '三箱柑橘和柑橘',
    ranges: [
      { start: 2, end: 4 },
      { start: 5, end: 7 },
    ],
  });
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['柑橘', '柑橘']);
  expect(pieces.map(({ text }) => text).join('')).toBe('三箱柑橘和柑橘');
});

it('shows the first mark of a long text', () => {
  const text = `${'前'.repeat(500)}柑橘${'后'.repeat(500)}`;
  const pieces = cutHighlight({ field: 'text', text, ranges: [{ start: 500, end: 502 }] });
  expect(pieces.at(0)?.text).toBe('…');
  expect(pieces.find(({ marked }) => marked)?.text).toBe('柑橘');
});

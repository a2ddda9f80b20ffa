import { expect, it } from 'vitest';
import { csvCell, csvRow } from './csv-row.ts';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|calc', '%x'])('opens %j as text', (value) => {
  expect(csvCell(value)).toMatch(/^"?'/);
});

it('keeps plain text, quotes what needs it and shows controls', () => {
  expect(csvRow(['王芳', 'a,b', 'a"b', 'line\nline', 'nul\u0000', '1-2=3'])).toBe(
    '王芳,"a,b","a""b","line\nline",nul\u2400,1-2=3\r\n',
  );
});
